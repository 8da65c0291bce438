namespace ManifestLinker.Runtime.Init;

/// <summary>The workspace file to begin with.</summary>
internal static class NewWorkspace
{
    /// <summary>Its text: the least that a platform needs, with a word on each table.</summary>
    public const string Text = """
        # What this platform is made of. mlc takes the nearest mlc.toml from the working directory upward; paths are relative
        # to it. mlc config --show shows all that is in force, mlc config --schema all that may stand here.

        [platform]
        profile = "smartos"

        # A part of the platform and its manifests. A directory stands for every file in it, by name. Components count in the
        # order they stand in.
        [[component]]
        name = "base"
        manifest = "manifest.d"

        # The values of variables: NAME gives the value of $NAME in the lines of manifests.
        [variables]
        # LIBSTDCXXVER = "6.0.33"

        # Where objects are looked up: the first directory that has one delivers it.
        [search]
        directories = ["proto"]

        """;
}
