using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Where a finding is shown in a format that shows nothing without a file: the file, and where in it, if anywhere.</summary>
internal readonly record struct ReportedPlace(string File, Location? At)
{
    /// <summary>
    /// The place of <paramref name="finding"/>: its own, else the first other place that it speaks of, else the file that stands
    /// for all that the run has read.
    /// </summary>
    public static ReportedPlace Of(Finding finding, RunFacts run)
    {
        Location? at = finding.Location ?? finding.Related.Select(related => related.Location).FirstOrDefault(place => place is not null);
        return new ReportedPlace(at?.File ?? run.Input, at);
    }
}
