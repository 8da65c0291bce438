namespace ManifestLinker.Runtime.Init;

/// <summary>
/// A manifest that smartos-live copies to <c>manifest.d/NAME.manifest</c>, and where it copies it from. Of conflicting lines the fragment that comes last by
/// its file name decides there, so that order is the order of components here.
/// </summary>
internal sealed record Fragment(string Name, string Manifest, string Repository)
{
    /// <summary>Its mancheck.conf; null for none.</summary>
    public string? ManCheck { get; init; }

    /// <summary>What is worth knowing about it.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>All fragments of <paramref name="checkout"/>, in their order.</summary>
    public static IReadOnlyList<Fragment> AllOf(Checkout checkout, IReadOnlyList<string> overlays, IReadOnlyList<string> projects)
    {
        var all = new List<Fragment>();
        Add(new("illumos", "projects/illumos/manifest", Repositories.Illumos) { ManCheck = ManCheckIn("projects/illumos") });
        Add(new("illumos-extra", "projects/illumos-extra/manifest", Repositories.Extra) { ManCheck = ManCheckIn("projects/illumos-extra") });
        Add(new("live", "src/manifest", Repositories.Live) { Comments = [.. GeneratedIn(checkout)] });
        Add(new("man", "man/manifest", Repositories.Live) { ManCheck = ManCheckIn("man") });
        foreach (string name in projects)
        {
            string directory = $"projects/local/{name}";
            if (!checkout.Has($"{directory}/manifest"))
                checkout.Note($"{directory} has no file manifest, so its make target 'manifest' makes one: write it to a file, and add a component for that");
            Add(new($"{name}.sd", $"{directory}/manifest", name) { ManCheck = ManCheckIn(directory) });
        }
        foreach (string name in overlays)
        {
            string copy = $"manifest.d/{name}.ov.manifest";
            string? manifest = checkout.Existing($"overlay/{name}/manifest", copy) is [var first, ..] ? first : null;
            if (manifest is null) checkout.Note($"overlay/{name} has no manifest, so nothing of it is delivered by itself");
            else Add(new($"{name}.ov", manifest, Repositories.Live));
        }
        return [.. all.OrderBy(fragment => $"{fragment.Name}.manifest", StringComparer.Ordinal)];

        void Add(Fragment fragment)
        {
            if (checkout.Has(fragment.Manifest)) all.Add(fragment);
        }

        string? ManCheckIn(string directory) => checkout.Has($"{directory}/mancheck.conf") ? $"{directory}/mancheck.conf" : null;
    }

    // src/Makefile, target manifest.
    private static IEnumerable<string> GeneratedIn(Checkout checkout)
    {
        string[] listed = ["src/vm/tests", "src/fw/test/integration", "src/fw/etc/examples"];
        IReadOnlyList<string> there = [.. listed.Where(checkout.HasDirectory)];
        if (there.Count == 0) yield break;
        yield return "src/Makefile adds lines for what git lists in these directories, and this manifest lacks them:";
        yield return $"  {string.Join(", ", there)}";
        yield return "Write them to a manifest (gmake -C src manifest) and name that here, to ship them, too.";
    }
}
