using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// What mlc can find, as data: the source of <c>mlc explain</c>, of <c>docs/rules.md</c> and of the machine formats. An id
/// is never used again for something else.
/// </summary>
public sealed class Rule
{
    /// <summary>The stable id, as <c>MLC2002</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The readable name, as <c>duplicate-conflict</c>; accepted wherever the id is.</summary>
    public required string Name { get; init; }

    /// <summary>The severity of a finding, unless the case at hand says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether nobody is bothered with it who does not ask for it by its id or name.</summary>
    public bool OptIn { get; init; }

    /// <summary>The best that a fix of its findings can be; null where mlc cannot mend them.</summary>
    public FixSafety? Fix { get; init; }

    /// <summary>The step that finds it.</summary>
    public required Phase Phase { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>Why it matters on illumos and what today's tools do with it, in a few sentences.</summary>
    public required string Explanation { get; init; }

    /// <summary>An input that fires the rule.</summary>
    public required string Bad { get; init; }

    /// <summary>The same input put right.</summary>
    public required string Good { get; init; }

    /// <summary>Whether <paramref name="selector"/> is its whole id or its name.</summary>
    public bool IsCalled(string selector) =>
        selector.Equals(Name, StringComparison.OrdinalIgnoreCase) || selector.Equals(Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="selector"/> (an id, the name, or the beginning of an id) means this rule.</summary>
    public bool Matches(string selector) =>
        selector.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (selector.Length >= 3 && Id.StartsWith(selector, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
