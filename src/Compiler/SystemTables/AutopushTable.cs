namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/iu.ap: a driver, and the STREAMS modules that are pushed onto its devices when they are opened.</summary>
public sealed record Autopush(int Line, string Driver, IReadOnlyList<string> Modules);

/// <summary>Reads etc/iu.ap as autopush(8) does: <c>DRIVER MINOR LASTMINOR MODULE...</c>; the word <c>[anchor]</c> is no module.</summary>
public static class AutopushTable
{
    private const int BeforeModules = 3;

    /// <summary>The table in <paramref name="text"/>. What has too few fields is no row.</summary>
    public static SystemTable<Autopush> Read(string text)
    {
        IEnumerable<Autopush> rows = PlainLines.WithoutComments(text)
            .Select(line => (line.Number, Words: PlainLines.Words(line.Text)))
            .Where(line => line.Words.Length > BeforeModules)
            .Select(line => new Autopush(line.Number, line.Words[0], [.. line.Words.Skip(BeforeModules).Where(word => word[0] != '[')]));
        return new([.. rows], []);
    }
}
