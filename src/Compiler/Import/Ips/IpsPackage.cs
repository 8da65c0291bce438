using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>A package after its transforms: its name, its actions, and why nothing of it is for this image, where that is so.</summary>
internal sealed record IpsPackage(string Name, IReadOnlyList<IpsAction> Actions, string? LeftOut)
{
    /// <summary>Reads the package manifest <paramref name="source"/>.</summary>
    public static IpsPackage Read(SourceText source, IpsOptions options, ICollection<Finding> findings)
    {
        var lines = new PackageLines(options, options.AllMacros(), findings);
        lines.Read(source);
        foreach (SourceText more in options.Transforms) lines.Read(more);

        ILookup<string, string> settings = SettingsOf(lines.Actions);
        var run = new TransformRun(lines.Transforms, settings, findings);
        var actions = new List<IpsAction>();
        foreach (IpsAction action in lines.Actions)
        {
            actions.AddRange(run.Apply(action));
            if (run.Aborted is not null) break;
        }
        settings = SettingsOf(actions);
        return new IpsPackage(NameOf(settings, source), actions, run.Aborted is not null ? "left out by a transform" : Elsewhere(settings, options));
    }

    private static ILookup<string, string> SettingsOf(IEnumerable<IpsAction> actions) => actions
        .Where(action => action.Name is "set")
        .SelectMany(action => action.Payload is null ? action.All("value").Select(value => (Name: action.Value("name") ?? "", Value: value)) : [])
        .ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    // The version says nothing about what is delivered.
    private static string NameOf(ILookup<string, string> settings, SourceText source)
    {
        if (settings["pkg.fmri"].FirstOrDefault() is not { } fmri) return VisibleName(source.Name);
        int version = fmri.IndexOf('@', StringComparison.Ordinal);
        return VisibleName(version < 0 ? fmri : fmri[..version]);
    }

    // It becomes a comment, which is one line.
    private static string VisibleName(string name) => string.Concat(name.Select(unit => unit is >= ' ' and <= '~' ? unit : '?'));

    private static string? Elsewhere(ILookup<string, string> settings, IpsOptions options)
    {
        foreach (IGrouping<string, string> setting in settings.Where(setting => setting.Key.StartsWith("variant.", StringComparison.Ordinal)))
        {
            if (options.VariantOf(setting.Key["variant.".Length..]) is { } value && !setting.Contains(value, StringComparer.Ordinal))
                return $"for {setting.Key}={string.Join(',', setting)} only";
        }
        return null;
    }
}
