using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What to do about what a phase does not declare, as it is written in mlc.toml.</summary>
internal static class TraceHelp
{
    private const int MostNamed = 3;

    /// <summary>The advice for <paramref name="group"/>.</summary>
    public static string Of(Phase phase, TraceGroup group) => group.Kind switch
    {
        TraceKind.ReadsOutput when group.OwnerNeedsIt =>
            $"phase {group.Owner} waits for {phase.Name}, so what is read is of its last run, or is not there: split one of the two",
        TraceKind.ReadsOutput => $"let the phase wait for it: after = {List(phase.After.Append(group.Owner!).Order(StringComparer.Ordinal))}",
        TraceKind.ReadsWorkspace => $"add it to sources, as in sources = {List(phase.Sources.Select(source => source.Name).Concat(Places(group)))}",
        TraceKind.ReadsOutside => $"add it to sources, or where it does not matter to trace-ignore, as in trace-ignore = {List(Ignored(phase, group))}",
        TraceKind.WritesOutput => $"give {phase.Name} an output of its own; {group.Owner} removes and stores this one without knowing of it",
        TraceKind.WritesWorkspace => $"have it written below an output, or add an output, as in outputs = {List(phase.Outputs.Select(output => output.Name).Concat(Places(group)))}",
        _ => $"have it written below an output, or where it does not matter add it to trace-ignore, as in trace-ignore = {List(Ignored(phase, group))}",
    };

    // The one file of a directory goes by its name, and so do those beside mlc.toml, where everything is below.
    private static IEnumerable<string> Places(TraceGroup group) => group.Folders
        .SelectMany(folder => folder.Path == "." ? folder.Files.Select(file => file.Name) : folder.Files is [{ Name: not "." } only] ? [$"{folder.Path}/{only.Name}"] : [folder.Path])
        .Take(MostNamed);

    private static IEnumerable<string> Ignored(Phase phase, TraceGroup group) =>
        phase.Section.TraceIgnore.Select(pattern => pattern.Value).Concat(group.Folders.Take(MostNamed).Select(folder => folder.Path == "/" ? $"/{folder.Files[0].Name}" : $"{folder.Path}/**"));

    private static string List(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(name => $"\"{VisibleText.Of(name)}\""))}]";
}
