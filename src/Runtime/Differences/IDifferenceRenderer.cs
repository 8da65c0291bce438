namespace ManifestLinker.Runtime.Differences;

/// <summary>A form in which a difference is shown.</summary>
internal interface IDifferenceRenderer
{
    /// <summary>Writes <paramref name="report"/> to <paramref name="output"/> as UTF-8 with LF line ends; the stream stays open.</summary>
    void Render(DifferenceReport report, Stream output);
}
