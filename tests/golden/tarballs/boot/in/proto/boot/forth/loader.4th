forth
