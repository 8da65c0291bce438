using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Manual;

/// <summary>
/// A mancheck.conf, as smartos-live's tools/mancheck reads it: <c>+section "P";</c>, <c>-section "P";</c> and <c>-page "P";</c>
/// with C comments between.
/// </summary>
public sealed record ManCheckFile(SourceText Source, IReadOnlyList<ManCheckStatement> Statements, IReadOnlyList<ManCheckFault> Faults)
{
    /// <summary>Reads <paramref name="source"/>, whatever it holds; what is no statement is a fault.</summary>
    public static ManCheckFile Parse(SourceText source) => new ManCheckParser(source).Parse();

    /// <summary>
    /// What <paramref name="files"/> ask for. The build of SmartOS reads them one behind the other, so that an exclusion holds
    /// whichever file it stands in; null where none asks for a section.
    /// </summary>
    public static CompleteArea? AreaOf(IEnumerable<ManCheckFile> files, ManualProfile manual)
    {
        ManCheckStatement[] all = [.. files.SelectMany(file => file.Statements)];
        IPathPattern[] sections = [.. all.Where(statement => statement.Verb == ManCheckVerb.IncludeSection)
            .Select(statement => new SectionPattern(manual, PatternOf(statement)))];
        if (sections.Length == 0) return null;
        return new CompleteArea
        {
            Tops = manual.Roots,
            Objects = sections,
            Except = [.. all.Where(statement => statement.Verb != ManCheckVerb.IncludeSection).Select(statement => ExemptionOf(statement, manual))],
            Unshipped = ManPageWholeSection.Rule,
        };
    }

    private static Exemption ExemptionOf(ManCheckStatement statement, ManualProfile manual)
    {
        IPathPattern pattern = statement.Verb == ManCheckVerb.ExcludeSection
            ? new SectionPattern(manual, PatternOf(statement))
            : new PagePattern(manual, PatternOf(statement));
        return new Exemption(pattern, Diagnostics.Location.Of(statement.Pattern)) { Statement = (statement.Start, statement.End) };
    }

    private static ShellPattern PatternOf(ManCheckStatement statement) => new(statement.Pattern.Text);
}
