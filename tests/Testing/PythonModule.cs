namespace ManifestLinker.Testing;

/// <summary>Modules of Python, as second opinions.</summary>
public static class PythonModule
{
    /// <summary>An interpreter that can import <paramref name="module"/>: the first of PATH, or the system's, for which distributions package modules. Null where there is none.</summary>
    public static string? Interpreter(string module) => new[] { ForeignTool.Find("python3"), "/usr/bin/python3" }
        .OfType<string>().Distinct(StringComparer.Ordinal).Where(File.Exists)
        .FirstOrDefault(python => new Launch(python, ["-c", $"import {module}"]).Run().Status == 0);

    /// <summary>Runs <paramref name="script"/>, which needs <paramref name="module"/>, and demands that it succeeds.</summary>
    public static Outcome Run(string module, string script, params string[] arguments) =>
        new Launch(Interpreter(module) ?? throw new InvalidOperationException($"No Python has the module {module}."), [script, .. arguments]).Run().Exits(0);
}
