namespace ManifestLinker.Testing;

/// <summary>
/// The built program: what <c>MLC_BINARY</c> names, so that the same tests prove the Native AOT binary, else the one that the
/// build put beside the tests.
/// </summary>
public static class Mlc
{
    /// <summary>Its path.</summary>
    public static string Binary { get; } = Environment.GetEnvironmentVariable("MLC_BINARY") is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : Path.Combine(AppContext.BaseDirectory, "mlc");

    /// <summary>A run in a directory, not started yet.</summary>
    public static Launch In(string directory, params string[] arguments) => new(Binary, arguments) { Directory = directory };

    /// <summary>Runs it to its end in a directory.</summary>
    public static Outcome Run(string directory, params string[] arguments) => In(directory, arguments).Run();
}
