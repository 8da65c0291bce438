using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Something that an object names, and what the linker makes of it.</summary>
public sealed record Dependency
{
    /// <summary>The object that names it.</summary>
    public required LinkedObject Of { get; init; }

    /// <summary>The text as it stands in the object.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is named; null for what is simply needed.</summary>
    public FilterKind? Filter { get; init; }

    /// <summary>Whether it may be missing until it is used (<c>DF_P1_DEFERRED</c>).</summary>
    public bool IsDeferred { get; init; }

    /// <summary>What is loaded; null where nothing is.</summary>
    public LinkedObject? Found { get; init; }

    /// <summary>The path it was found by, before symbolic links are followed; null where it was not.</summary>
    public string? FoundBy { get; init; }

    /// <summary>The segment of the object's own search path that it was found through; null where a default directory or the text itself did.</summary>
    public SearchSegment? Through { get; init; }

    /// <summary>Where it was looked for in vain, in the order of the search.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>The objects of the proto area whose delivery would mend it; null where there are none.</summary>
    public IReadOnlyList<UndeliveredObject>? Undelivered
    {
        get
        {
            foreach (Attempt tried in Attempts)
            {
                if (tried.Undelivered is { } found) return found;
            }
            return null;
        }
    }

    /// <summary>Whether objects of that name were met, none of which is for the class or machine of this one.</summary>
    public bool MetOnlyOthers => Found is null && Attempts.Any(tried => tried.Outcome is AttemptOutcome.WrongClass or AttemptOutcome.WrongMachine);
}
