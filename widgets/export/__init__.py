"""What leaves the desk: pictures, pages, prints and files of objects, each noted in the ledger."""
