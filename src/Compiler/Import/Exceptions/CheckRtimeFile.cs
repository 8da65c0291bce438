using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>
/// An exception file of check_rtime (<c>exception_lists/check_rtime</c> in illumos) as excuses of an audit, without importing it first. Lines that
/// are no excuses, such as lists of libraries, are passed over, as they are when it is imported.
/// </summary>
public static class CheckRtimeFile
{
    /// <summary>
    /// The excuses in <paramref name="source"/>, in the order of its lines, for the platform of <paramref name="machine"/> (<c>i386</c> or
    /// <c>sparc</c>). What is no line of such a file is added to <paramref name="findings"/>; there is a result for every text.
    /// </summary>
    public static IReadOnlyList<Suppression> Read(SourceText source, ICollection<Finding> findings, string machine = "i386") =>
        [.. new ExceptionFile(machine).Read(source, ExceptionFormat.CheckRtime, findings, out _).SelectMany(Excuses)];

    private static IEnumerable<Suppression> Excuses(Exemption exemption) =>
        from rule in exemption.Rules
        where ExceptionToml.IsKnown(rule)
        from glob in exemption.Globs
        from detail in exemption.DetailsOrAny
        select new Suppression(rule, new PathGlob(glob), exemption.Reason)
        {
            Detail = detail is null ? null : new DetailGlob(detail),
            Location = exemption.Location,
            PathsLocation = exemption.Location,
        };
}
