using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
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

    /// <summary>Where objects are looked up; null to leave that out.</summary>
    public SearchPath? Search { get; init; }

    /// <summary>The accounts to go by where the search directories have none.</summary>
    public AccountTables Accounts { get; init; } = AccountTables.Base;

    /// <summary>Whether a rule is looked for; those that are opt-in are not, unless this says so.</summary>
    public Predicate<Rule> Counts { get; init; } = rule => !rule.OptIn;

    /// <summary>Which of several conflicting declarations stays.</summary>
    public Winner Winner { get; init; } = Winner.First;
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

    /// <summary>The phases that ran.</summary>
    public IReadOnlyList<Phase> Phases => Resolved is null
        ? [Phase.Syntax, Phase.Semantics]
        : [Phase.Syntax, Phase.Semantics, Phase.Resolve];

    /// <summary>Runs every phase on <paramref name="input"/>.</summary>
    public static Compilation Run(CompilationInput input, IHost host)
    {
        var findings = new List<Finding>();
        BoundManifest[] manifests =
            [.. input.Manifests.Select(manifest => Binder.Bind(manifest.Source, manifest.Component, input.Variables, findings))];

        Union union = Merger.Merge(manifests.SelectMany(manifest => manifest.Entries), input.Winner, findings);

        foreach (BoundManifest manifest in manifests)
        {
            findings.AddRange(UnknownRuleInSuppression.Check(manifest.Syntax));
            findings.AddRange(SuppressionWithoutReason.Check(manifest.Syntax));
        }

        // From here on there is one entry for each path.
        AccountTables accounts = input.Search?.Accounts(host, input.Accounts) ?? input.Accounts;
        var image = new ImageNamespace(union, input.Profile);
        findings.AddRange(MissingParent.Check(union));
        findings.AddRange(ParentNotDir.Check(union, image));
        findings.AddRange(UnknownOwner.Check(union, accounts));
        findings.AddRange(UnknownGroup.Check(union, accounts));
        findings.AddRange(HardlinkTargetUndeclared.Check(union));
        findings.AddRange(HardlinkCrossFilesystem.Check(union, [input.Profile.Usr.MountPoint]));
        findings.AddRange(HardlinkToSymlink.Check(union));
        findings.AddRange(SetidOnDirectory.Check(union));
        findings.AddRange(LinkCheck.Check(union, image, input.Profile));

        IReadOnlyList<ResolvedEntry>? resolved = input.Search is null
            ? null
            : new Resolver(host, input.Search, accounts, findings).Resolve(union);
        return new Compilation
        {
            Manifests = manifests,
            Union = union,
            Accounts = accounts,
            Resolved = resolved,
            Findings = findings,
        };
    }
}
