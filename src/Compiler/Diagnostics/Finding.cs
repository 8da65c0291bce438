using System.Globalization;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>One thing that is wrong, with the place, the reason and what to do.</summary>
public sealed record Finding
{
    /// <summary>The rule that fired.</summary>
    public required Rule Rule { get; init; }

    /// <summary>How much this case matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in one line that stands by itself.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it, in one line.</summary>
    public string? Help { get; init; }

    /// <summary>The object of the image it is about, where there is one.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Where it stands, where it stands in a text.</summary>
    public Location? Location { get; init; }

    /// <summary>The other places it speaks of.</summary>
    public IReadOnlyList<Related> Related { get; init; } = [];

    /// <summary>Facts for programs, in a fixed order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Detail { get; init; } = [];

    /// <summary>Ways to put it right, the best first; several where they exclude each other.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>What tells this finding from others of the same rule and subject, whatever line it moves to.</summary>
    public string DetailKey { get; init; } = "";

    /// <summary>How many findings with the same rule, subject and detail are shown before it, such as those of one mistake made twice.</summary>
    public int Repetition { get; init; }

    /// <summary>
    /// A stable name of this finding: it depends on rule, subject and detail, never on a line number or wording. In one run no
    /// two findings have the same.
    /// </summary>
    public string Fingerprint => Repetition == 0
        ? Fingerprints.Of(Rule.Id, Subject?.Path ?? "", DetailKey)
        : Fingerprints.Of(Rule.Id, Subject?.Path ?? "", DetailKey, Repetition.ToString(CultureInfo.InvariantCulture));

    /// <summary>A finding of <paramref name="rule"/> at its usual severity.</summary>
    public static Finding Of(Rule rule, string message, Location? location = null) =>
        new() { Rule = rule, Severity = rule.Severity, Message = message, Location = location };
}
