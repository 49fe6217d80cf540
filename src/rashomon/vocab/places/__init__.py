"""Words and facts about places: regions that gazetteers lack, names that sides dispute, kinds of place."""
