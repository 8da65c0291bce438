using System.Globalization;
using System.Security.Cryptography;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Facts;

/// <summary>
/// The facts of a phase. The launcher, PATH and MAX_JOBS are none: where, by which compiler's path and how fast a phase runs changes nothing about what
/// it makes, or its declaration is wrong.
/// </summary>
internal static class PhaseFacts
{
    // Another number where what a key means changes, so that no old key is taken for a new one.
    private const string Format = "1";

    /// <summary>
    /// The facts of <paramref name="phase"/>, whose sources are in the state <paramref name="sources"/> and whose needs have these keys;
    /// <paramref name="variable"/> gives what mlc's environment has, <paramref name="sourceDate"/> the value of SOURCE_DATE_EPOCH.
    /// </summary>
    public static FactList Of(Phase phase, IEnumerable<Fact> sources, Func<string, ActionKey> keyOf, Func<string, string?> variable, int? sourceDate)
    {
        PhaseSection section = phase.Section;
        var facts = new List<Fact> { new("format", Format), new("directory", phase.Directory.Name) };
        facts.AddRange(section.Command.Select((word, index) => new Fact("command", index.ToString(CultureInfo.InvariantCulture), word.Value)));
        facts.AddRange(section.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Fact("variable", pair.Key, pair.Value.Value)));
        facts.AddRange(section.Pass.Select(name => name.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new Fact("passed", name, Passed(variable(name)))));
        if (sourceDate is { } seconds) facts.Add(new Fact("source-date-epoch", seconds.ToString(CultureInfo.InvariantCulture)));
        facts.AddRange(sources);
        facts.AddRange(phase.After.Select(needed => new Fact("after", needed, keyOf(needed).Hex)));
        facts.AddRange(phase.Outputs.Select(output => new Fact("output", output.Name, "")));
        if (section.KeepsOutputs) facts.Add(new Fact("keep-outputs", "yes"));
        return new FactList(facts);
    }

    // What is passed may be a password: the digest tells that it changed, and no more.
    private static string Passed(string? value) =>
        value is null ? "unset" : "sha256 " + Convert.ToHexStringLower(SHA256.HashData(EscapedUtf8.Encode(value)));
}
