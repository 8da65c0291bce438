namespace ManifestLinker.Testing;

/// <summary>Programs that others wrote, as second opinions.</summary>
public static class ForeignTool
{
    /// <summary>The program's path; null where there is none.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary><paramref name="program"/> about to run, in the C locale and UTC.</summary>
    public static Launch Prepare(string program, params string[] arguments) =>
        new Launch(Find(program) ?? throw new InvalidOperationException($"{program} is not installed."), arguments).With("LC_ALL", "C").With("TZ", "UTC");

    /// <summary>Runs <paramref name="program"/> in a directory, and demands that it succeeds.</summary>
    public static Outcome RunIn(string directory, string program, params string[] arguments) =>
        (Prepare(program, arguments) with { Directory = directory }).Run().Exits(0);

    /// <summary>Runs <paramref name="program"/> in the C locale and UTC.</summary>
    public static Outcome Run(string program, params string[] arguments) => Prepare(program, arguments).Run();
}
