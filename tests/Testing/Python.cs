namespace ManifestLinker.Testing;

/// <summary>A Python 3 with modules that tests need; a machine may have several, each with its own modules.</summary>
public static class Python
{
    /// <summary>The first <c>python3</c> of the search path that has <paramref name="modules"/>, a list with commas; null where none has.</summary>
    public static string? With(string modules) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/bin")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "python3"))
        .Where(File.Exists)
        .FirstOrDefault(python => new Launch(python, ["-c", $"import {modules}"]).Run().Status == 0);

    /// <summary>Runs <paramref name="script"/>, which needs <paramref name="modules"/>, and demands that it succeeds.</summary>
    public static Outcome Run(string modules, string script, params string[] arguments) =>
        new Launch(With(modules) ?? throw new InvalidOperationException($"No Python has {modules}."), [script, .. arguments]).Run().Exits(0);
}
