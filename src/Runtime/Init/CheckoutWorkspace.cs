using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Init;

/// <summary>Writes the workspace file of a checkout of smartos-live: the layout of today, and that of 2012 with overlays.</summary>
/// <param name="checkout">The checkout.</param>
/// <param name="make">The make that phases call.</param>
/// <param name="prefix">The checkout as the workspace file names it: empty where it lies at its top.</param>
internal sealed class CheckoutWorkspace(Checkout checkout, string make, string prefix)
{
    private readonly IReadOnlyList<string> projects = checkout.Directories("projects/local");
    private readonly IReadOnlyList<string> overlays = Overlays.Of(checkout);
    private readonly IReadOnlyList<Assignment> environment = checkout.Assignments("build.env");
    private readonly TomlDraft draft = new();

    // Who has smartos-live's own tools builds as its Makefile does; where that has stamps and no tools, by stamps; else each component by itself.
    private bool HasTools => checkout.Has("tools/build_illumos");

    private bool IsSeparate => !HasTools && !StampPhases.Fit(checkout) && checkout.Has("projects/illumos/Makefile");

    private IReadOnlyList<string> Built => IsSeparate ? SeparateProtoPhases.Directories(checkout, make, projects) : ["proto"];

    /// <summary>The text of the file.</summary>
    /// <exception cref="UsageException">The directory is no such checkout, or was configured for what cannot be.</exception>
    public string Write()
    {
        IReadOnlyList<Fragment> fragments = Fragment.AllOf(checkout, overlays, projects);
        if (fragments.Count == 0)
        {
            throw new UsageException(
                "no manifest of smartos-live is there: neither projects/illumos/manifest nor src/manifest nor any other",
                "name the top of a checkout of smartos-live after --from; and run its configure first, which fetches the projects");
        }
        Repositories.NoteMissing(checkout);
        PhaseDraft[] phases = [.. Phases()];
        draft.Comment("The workspace of smartos-live, as mlc init --from read it. Paths are relative to this file.");
        Platform();
        foreach ((string name, string directory) in Repositories.Of(checkout, projects))
            draft.Gap().Head("[[repository]]").Key("name", name).Key("directory", At(directory));
        foreach (Fragment fragment in fragments) Component(fragment);
        Variables(fragments);
        Searches();
        if (phases.Length > 0 && prefix.Length > 0)
            checkout.Note("mlc world wants the workspace file at the top of the checkout, above all that phases make; this one lies elsewhere");
        if (HasTools)
        {
            draft.Gap().Comment("All phases install into proto, as smartos-live's Makefile has it, because each compiles against what is there already. So it is");
            draft.Comment("the output of the first alone, and stays where it is; the others have none that could be kept for them.");
        }
        foreach (PhaseDraft phase in phases) Phase(phase);
        foreach (string note in checkout.Notes) draft.Gap().Comment($"{note}.");
        return draft.Text;
    }

    private void Platform()
    {
        draft.Gap().Head("[platform]").Key("profile", "smartos");
        string version = checkout.Text("configure-buildver") is { } file ? file.Text.Split('\n')[0].Trim() : "";
        if (version.AsSpan().ContainsAnyExceptInRange('!', '~') || version.Contains('/', StringComparison.Ordinal))
            checkout.Note("configure-buildver has a version that cannot be part of a file name: not taken over");
        else if (version.Length > 0) draft.Key("version", version);
        if (checkout.Value(environment, "ILLUMOS_ENABLE_DEBUG") is { Value: "exclusive" or "yes" } debug)
        {
            bool only = debug.Value is "exclusive";
            draft.Gap().Comment(only ? "ILLUMOS_ENABLE_DEBUG=exclusive: a DEBUG kernel needs 3000 KiB more." : "ILLUMOS_ENABLE_DEBUG=yes: where a DEBUG kernel is linked, it needs 3000 KiB more.");
            if (only) draft.Head("[filesystem.root]").Key("size", 353_000);
            else draft.Comment("[filesystem.root]").Comment("size = 353000");
        }
        if (environment.LastOrDefault(assignment => assignment.Name == "PLATFORM_PASSWORD") is { } password)
        {
            draft.Gap().Comment($"PLATFORM_PASSWORD is set by build.env at line {password.Location.Line}: not taken over, since this file is for everybody to read.");
            draft.Comment("Give the password when linking.");
        }
    }

    private void Component(Fragment fragment)
    {
        draft.Gap();
        foreach (string comment in fragment.Comments) draft.Comment(comment);
        draft.Head("[[component]]").Key("name", fragment.Name).Key("manifest", At(fragment.Manifest)).Key("repository", fragment.Repository);
        if (fragment.ManCheck is { } conf) draft.Key("mancheck", At(conf));
    }

    private void Variables(IReadOnlyList<Fragment> fragments)
    {
        string? compiler = CompilerVersion.Of(checkout, environment);
        bool isUsed = fragments.Any(fragment => checkout.Text(fragment.Manifest)!.Text.Contains("$LIBSTDCXXVER", StringComparison.Ordinal));
        if (compiler is null && !isUsed) return;
        draft.Gap();
        if (compiler is null) checkout.Note("build.env sets no PRIMARY_COMPILER_VER: run configure, or say it under [variables], since manifests use $LIBSTDCXXVER");
        else draft.Head("[variables]").Key(CompilerVersion.Variable, compiler).Gap();
        string mark = compiler is null ? "# " : "";
        draft.Head($"{mark}[[variable]]").Head($"{mark}name = \"LIBSTDCXXVER\"").Head($"{mark}by = \"{CompilerVersion.Variable}\"").Head($"{mark}[variable.values]");
        foreach ((string version, string library) in CompilerVersion.Libraries) draft.Head($"{mark}{version} = \"{library}\"");
    }

    private void Searches()
    {
        string[] search = [.. overlays.Select(name => $"overlay/{name}"), .. Built, .. checkout.Existing("man/man")];
        draft.Gap().Head("[search]").Key("directories", [.. search.Select(At)]);
        const string Boot = "projects/illumos/boot.manifest";
        if (checkout.Has(Boot)) draft.Gap().Head("[boot]").Key("manifests", [At(Boot)]).Key("search", [.. Built.Select(At)]);
        if (TestArchive.Of(checkout) is { Count: > 0 } tests)
            draft.Gap().Head("[tests]").Key("ips", [.. tests.Select(At)]).Key("search", [.. Built.Append(".").Select(At)]);
    }

    private IEnumerable<PhaseDraft> Phases() =>
        HasTools ? SharedProtoPhases.Of(checkout, make, projects, environment)
        : IsSeparate ? SeparateProtoPhases.Of(checkout, make, projects)
        : StampPhases.Of(checkout, make, projects);

    private void Phase(PhaseDraft phase)
    {
        draft.Gap().Head("[[phase]]").Key("name", phase.Name).Key("command", phase.Command);
        if (prefix.Length > 0) draft.Key("directory", prefix);
        draft.Key("sources", [.. phase.Sources.Select(At)]).Key("after", phase.After).Key("outputs", [.. phase.Outputs.Select(At)]);
        if (phase.KeepsOutputs) draft.Bare("keep-outputs", "true");
    }

    private string At(string path) => prefix.Length == 0 ? path : path is "." ? prefix : $"{prefix}/{path}";
}
