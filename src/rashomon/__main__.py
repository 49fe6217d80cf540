"""`python -m rashomon`: the command line, where the script is not on the path."""

from rashomon.cli.main import main

if __name__ == "__main__":
    main()
