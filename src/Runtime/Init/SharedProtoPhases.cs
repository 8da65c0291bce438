namespace ManifestLinker.Runtime.Init;

/// <summary>
/// The phases of a real smartos-live: all install into <c>proto</c>, as its Makefile does, since each compiles against what those before it installed. So
/// the directory is the output of the first of them, and stays where it is.
/// </summary>
internal static class SharedProtoPhases
{
    private static readonly string[] Settings = ["build.env", "configure-build", "default.configure-build"];

    /// <summary>The phases of <paramref name="checkout"/>, with <paramref name="make"/> for GNU make.</summary>
    public static IEnumerable<PhaseDraft> Of(Checkout checkout, string make, IReadOnlyList<string> projects, IReadOnlyList<Assignment> environment)
    {
        string gmake = PhaseDraft.Word(make);
        string[] strap = [];
        if (Strap(checkout, gmake, IsYes("FORCE_STRAP_REBUILD")) is { } first)
        {
            strap = [first.Name];
            yield return first;
        }
        PhaseDraft illumos = checkout.Has("tools/clobber_illumos") && IsYes("ILLUMOS_CLOBBER")
            ? PhaseDraft.Of("illumos", "./tools/clobber_illumos && exec ./tools/build_illumos")
            : new PhaseDraft("illumos", ["./tools/build_illumos"]);
        yield return illumos with
        {
            Sources = checkout.Existing(["projects/illumos", "tools/build_illumos", .. Settings]),
            After = strap,
            Outputs = ["proto"],
            KeepsOutputs = true,
        };
        string[] built = ["illumos"];
        if (checkout.HasDirectory("projects/illumos-extra"))
        {
            yield return PhaseDraft.Of("extra", $"exec {gmake} -C projects/illumos-extra {Definitions} DESTDIR=\"$PWD/proto\" install") with
            {
                Sources = ["projects/illumos-extra"],
                After = built,
            };
            built = ["illumos", "extra"];
        }
        if (checkout.Has("src/Makefile"))
        {
            string lines = $"{gmake} -C src -j\"$MAX_JOBS\" NATIVEDIR=\"$PWD/proto.strap\" DESTDIR=\"$PWD/proto\" && {gmake} -C src NATIVEDIR=\"$PWD/proto.strap\" DESTDIR=\"$PWD/proto\" install";
            if (checkout.Has("man/Makefile")) lines += $" && {gmake} -C man {Definitions} DESTDIR=\"$PWD/proto\" install";
            else if (checkout.Has("man/src/Makefile")) lines += $" && {gmake} -C man/src clean && {gmake} -C man/src";
            yield return PhaseDraft.Of("src", lines) with { Sources = checkout.Existing("src", "man"), After = built };
        }
        foreach ((string project, string name) in PhaseDraft.NamesOf(projects))
        {
            string file = checkout.Has($"projects/local/{project}/Makefile.joyent") ? " -f Makefile.joyent" : "";
            if (file.Length == 0 && !checkout.Has($"projects/local/{project}/Makefile")) continue;
            yield return PhaseDraft.Of(name, $"exec {gmake} -C {PhaseDraft.Word($"projects/local/{project}")}{file} {Definitions} DESTDIR=\"$PWD/proto\" world install") with
            {
                Sources = [$"projects/local/{project}"],
                After = ["illumos"],
            };
        }
        (string Directory, string Line)[] tools = [("tools/builder", $"{gmake} -C tools/builder builder"), ("tools/format_image", $"{gmake} -C tools/format_image")];
        tools = [.. tools.Where(tool => checkout.Has($"{tool.Directory}/Makefile"))];
        if (tools.Length > 0)
        {
            yield return PhaseDraft.Of("tools", string.Join(" && ", tools.Select(tool => tool.Line))) with
            {
                Sources = [.. tools.Select(tool => tool.Directory)],
                After = ["illumos"],
            };
        }

        bool IsYes(string name) => checkout.Value(environment, name) is { Value: "yes" };
    }

    private static string Definitions =>
        "CTFMERGE=\"$PWD/projects/illumos/usr/src/tools/proto/*/opt/onbld/bin/i386/ctfmerge\" CTFCONVERT=\"$PWD/projects/illumos/usr/src/tools/proto/*/opt/onbld/bin/i386/ctfconvert\" MAX_JOBS=\"$MAX_JOBS\"";

    private static PhaseDraft? Strap(Checkout checkout, string gmake, bool force)
    {
        const string Adjunct = "\"$(ls illumos-adjunct*.tgz | tail -n1)\"";
        PhaseDraft? draft = checkout.Has("tools/build_strap")
            ? PhaseDraft.Of("strap", $"exec ./tools/build_strap make -a {Adjunct} -d \"$PWD/proto.strap\" -j \"$MAX_JOBS\"{(force ? " -f" : "")}")
            : checkout.HasDirectory("projects/illumos-extra")
            ? PhaseDraft.Of("strap", $"{gmake} -C projects/illumos-extra MAX_JOBS=\"$MAX_JOBS\" STRAP=strap DESTDIR=\"$PWD/proto.strap\" install_strap && exec gtar xzf {Adjunct} -C proto.strap")
            : null;
        return draft is null ? null : draft with { Sources = checkout.Existing(["projects/illumos-extra", "tools/build_strap", .. Settings]), Outputs = ["proto.strap"] };
    }
}
