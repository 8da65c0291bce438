using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler;

/// <summary>What a compilation is made of.</summary>
public sealed record CompilationInput
{
    /// <summary>The manifests, each with the name of its component, in the order they count.</summary>
    public required IReadOnlyList<(string Component, SourceText Source)> Manifests { get; init; }

    /// <summary>The values of variables.</summary>
    public Variables Variables { get; init; } = Variables.None;

    /// <summary>What kind of platform it is.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The absolute paths of directories of the build machine that no link of the image may lead into.</summary>
    public IReadOnlyList<string> BuildTrees { get; init; } = [];

    /// <summary>Where objects are looked up; null to leave that out.</summary>
    public SearchPath? Search { get; init; }

    /// <summary>The accounts to go by where the search directories have none.</summary>
    public AccountTables Accounts { get; init; } = AccountTables.Base;

    /// <summary>Whether a rule is looked for; those that are opt-in are not, unless this says so.</summary>
    public Predicate<Rule> Counts { get; init; } = rule => !rule.OptIn;

    /// <summary>Whether the manifests are all that the profile was written for, so that what it speaks of and none of them delivers is stale.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether all that the search directories have and nobody delivers is told, beyond what must be delivered.</summary>
    public bool TellsAllUnshipped { get; init; }

    /// <summary>Which of several conflicting declarations stays.</summary>
    public Winner Winner { get; init; } = Winner.First;

    /// <summary>How the objects are looked into; null to leave that out. Without a search path there is nothing to look into.</summary>
    public AuditSettings? Audit { get; init; }
}

/// <summary>From texts to one resolved platform, with everything that is wrong with it.</summary>
public sealed class Compilation
{
    /// <summary>The manifests as they were read.</summary>
    public required IReadOnlyList<BoundManifest> Manifests { get; init; }

    /// <summary>All entries.</summary>
    public required Union Union { get; init; }

    /// <summary>The accounts the owners and groups were looked up in.</summary>
    public required AccountTables Accounts { get; init; }

    /// <summary>All entries with their sources; null where no search path was given.</summary>
    public required IReadOnlyList<ResolvedEntry>? Resolved { get; init; }

    /// <summary>All that was found, before judgement.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The image with what its files are; null where they were not looked into.</summary>
    public AuditedImage? Image { get; init; }

    /// <summary>The phases that ran.</summary>
    public IReadOnlyList<Phase> Phases => (Resolved, Image) switch
    {
        (null, _) => [Phase.Syntax, Phase.Semantics],
        (_, null) => [Phase.Syntax, Phase.Semantics, Phase.Resolve],
        _ => [Phase.Syntax, Phase.Semantics, Phase.Resolve, Phase.Audit],
    };

    /// <summary>Runs every phase on <paramref name="input"/>.</summary>
    public static Compilation Run(CompilationInput input, IHost host)
    {
        var findings = new List<Finding>();
        BoundManifest[] manifests = ManifestRules.BindAndCheck(input, findings);
        Union union = Merger.Merge(manifests.SelectMany(manifest => manifest.Entries), input.Winner, findings);

        // From here on there is one entry for each path.
        AccountTables accounts = input.Search?.Accounts(host, input.Accounts) ?? input.Accounts;
        var image = new ImageNamespace(union, input.Profile);
        findings.AddRange(EntryRules.Check(input, union, image, accounts));

        IReadOnlyList<ResolvedEntry>? resolved = input.Search is null
            ? null
            : new Resolver(host, input.Search, accounts, input.Profile.WrittenByLink, findings).Resolve(union);
        if (resolved is not null) ProtoComparison.Check(input, union, image, resolved, host, findings);

        // From here on every object that is delivered is known, and can be looked into.
        AuditedImage? audited = resolved is null || input.Audit is null ? null : ImageScan.Read(AuditInputOf(input, union, accounts, resolved, host), input.Audit);
        if (audited is not null && input.Audit!.Judges) findings.AddRange(Auditor.Audit(audited, input.Audit.Cancel));
        return new Compilation
        {
            Manifests = manifests,
            Union = union,
            Accounts = accounts,
            Resolved = resolved,
            Image = audited,
            Findings = findings,
        };
    }

    private static AuditInput AuditInputOf(CompilationInput input, Union union, AccountTables accounts, IReadOnlyList<ResolvedEntry> resolved, IHost host) => new()
    {
        // No rule of the audit asks for a time.
        Tree = ImageAssembly.Assemble(resolved, host, time: 0),
        Profile = input.Profile,
        Accounts = accounts,
        Union = union,
        Undelivered = (input.Search!, host),
        BuildTrees = input.BuildTrees,
        Counts = input.Counts,
    };
}
