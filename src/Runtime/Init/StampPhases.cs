using System.Text.RegularExpressions;

namespace ManifestLinker.Runtime.Init;

/// <summary>
/// The phases of a checkout without smartos-live's own tools whose Makefile has targets <c>0-NAME-stamp</c>: each is made anew when mlc runs its phase, whether
/// or not make would think that it need be.
/// </summary>
internal static partial class StampPhases
{
    /// <summary>Whether <paramref name="checkout"/> is one.</summary>
    public static bool Fit(Checkout checkout) => Targets(checkout).Contains("0-illumos-stamp");

    /// <summary>Its phases, made by <paramref name="make"/>.</summary>
    public static IEnumerable<PhaseDraft> Of(Checkout checkout, string make, IReadOnlyList<string> projects)
    {
        HashSet<string> targets = Targets(checkout);
        var done = new List<string>();
        foreach ((string name, string stamp, string[] sources, string[] outputs) in Known(targets, projects))
        {
            if (!IsTarget(stamp, targets)) continue;
            string word = PhaseDraft.Word(stamp);
            yield return PhaseDraft.Of(name, $"rm -f {word} && exec {PhaseDraft.Word(make)} {word}") with
            {
                Sources = checkout.Existing(sources),
                After = [.. name.StartsWith("local", StringComparison.Ordinal) ? done.Where(before => before is "illumos") : done.Where(before => !before.StartsWith("local", StringComparison.Ordinal))],
                Outputs = outputs,
                KeepsOutputs = name is "illumos",
            };
            done.Add(name);
        }
    }

    private static IEnumerable<(string Name, string Stamp, string[] Sources, string[] Outputs)> Known(HashSet<string> targets, IReadOnlyList<string> projects)
    {
        yield return ("strap", "0-strap-stamp", ["Makefile", "projects/illumos-extra", "tools/build_strap"], ["proto.strap"]);
        yield return ("illumos", "0-illumos-stamp", ["Makefile", "projects/illumos"], ["proto"]);
        yield return ("extra", "0-extra-stamp", ["Makefile", "projects/illumos-extra"], []);
        yield return ("src", "0-livesrc-stamp", ["Makefile", "src", "man"], []);
        (string Project, string Phase)[] own = [.. PhaseDraft.NamesOf(projects).Where(pair => IsTarget($"0-subdir-{pair.Project}-stamp", targets))];
        foreach ((string project, string phase) in own) yield return (phase, $"0-subdir-{project}-stamp", ["Makefile", $"projects/local/{project}"], []);
        if (own.Length == 0) yield return ("local", "0-local-stamp", ["Makefile", "projects/local"], []);
        yield return ("tools", "0-tools-stamp", ["Makefile", "tools"], []);
    }

    private static bool IsTarget(string stamp, HashSet<string> targets) =>
        targets.Contains(stamp) || (stamp.StartsWith("0-subdir-", StringComparison.Ordinal) && targets.Contains("0-subdir-%-stamp"));

    private static HashSet<string> Targets(Checkout checkout) => checkout.Text("Makefile") is { } makefile
        ? makefile.Text.Split('\n').Select(line => Rule().Match(line)).Where(rule => rule.Success)
            .SelectMany(rule => rule.Groups["targets"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal)
        : [];

    [GeneratedRegex(@"^(?<targets>[^\s:=#][^:=#]*)::?(?!=)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
