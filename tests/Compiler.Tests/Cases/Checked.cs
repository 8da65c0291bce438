using System.IO.Abstractions;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>Compilations of short texts.</summary>
internal static class Checked
{
    public static readonly IHost Host = new LinuxHost(new FileSystem());

    /// <summary>A platform to which neither the running system nor the link adds anything a manifest could speak of, and of which nothing is known.</summary>
    public static readonly Profile BareProfile = SmartOs.Profile with
    {
        Provided = [],
        Outside = [],
        Expectations = [],
        Setids = [],
        Data = [],
        Exceptions = [],
        CompressedUsr = ImagePath.Parse("made by the link/a"),
        ShippedManifest = ImagePath.Parse("made by the link/b"),
    };

    /// <summary>The compilation of <paramref name="manifests"/>, which are called a, b, c and so on.</summary>
    public static Compilation Compile(params string[] manifests) => Compile(Variables.None, manifests);

    public static Compilation Compile(Variables variables, params string[] manifests) => Compile(variables, rule => !rule.OptIn, manifests);

    public static Compilation Compile(Variables variables, Predicate<Rule> counts, params string[] manifests) => Compilation.Run(
        new CompilationInput
        {
            Counts = counts,
            Manifests = [.. manifests.Select((text, i) => Named(((char)('a' + i)).ToString(), text))],
            Variables = variables,
            Profile = SmartOs.Profile,
        },
        Host);

    /// <summary>What is wrong with <paramref name="manifests"/>, in the order it is shown.</summary>
    public static IReadOnlyList<Finding> Findings(params string[] manifests) =>
        new Policy().Judge(Compile(manifests).Findings).Findings;

    /// <summary>The day on which the tests judge.</summary>
    public static readonly DateOnly Today = new(2026, 1, 31);

    /// <summary>The verdict on <paramref name="compilation"/> by the excuses in its manifests, and on these.</summary>
    public static Verdict Judge(Compilation compilation, Policy? policy = null) => PolicyFor(compilation, policy)
        .Judge(compilation.Findings, new RunScope(compilation.Phases, Today));

    /// <summary><paramref name="policy"/> with the excuses in the manifests, and the locks of the profile.</summary>
    public static Policy PolicyFor(Compilation compilation, Policy? policy = null)
    {
        Policy given = policy ?? new Policy();
        return given with
        {
            Locked = [.. given.Locked, .. SmartOs.Profile.Locked],
            Suppressions = [.. given.Suppressions, .. compilation.Manifests.SelectMany(manifest => InlineSuppressions.In(manifest.Syntax))],
        };
    }

    /// <summary>Rule and place of what is wrong with <paramref name="manifests"/>.</summary>
    public static string[] Short(params string[] manifests) => [.. Findings(manifests).Select(FindingText.Short)];

    /// <summary>The lines that the union of <paramref name="manifests"/> has.</summary>
    public static string[] Union(params string[] manifests) =>
        [.. Compile(manifests).Union.Entries.Select(entry => entry.ToString())];

    private static (string Component, SourceText Source) Named(string name, string text) => (name, new SourceText(name, text));
}
