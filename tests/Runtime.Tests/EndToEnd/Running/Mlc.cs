namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>
/// The built program: what <c>MLC_BINARY</c> names, so that the same tests prove the Native AOT binary, else the one that the
/// build put beside the tests.
/// </summary>
internal static class Mlc
{
    public static string Binary { get; } =
        Environment.GetEnvironmentVariable("MLC_BINARY") is { Length: > 0 } given ? Path.GetFullPath(given) : Path.Combine(AppContext.BaseDirectory, "mlc");

    /// <summary>A run in a directory, not started yet.</summary>
    public static Launch In(string directory, params string[] arguments) => new(Binary, arguments) { Directory = directory };

    /// <summary>Runs to the end in a directory.</summary>
    public static Outcome Run(string directory, params string[] arguments) => In(directory, arguments).Run();

    /// <summary>The same run with another program in front, such as <c>setpriv</c>, that starts it.</summary>
    public static Launch Behind(this Launch launch, string program, params string[] arguments) =>
        launch with { Program = Tools.Path(program)!, Arguments = [.. arguments, launch.Program, .. launch.Arguments] };

    /// <summary>The same run under a umask.</summary>
    public static Launch WithUmask(this Launch launch, string umask) =>
        launch.Behind("sh", "-c", $"umask {umask}; exec \"$@\"", "sh");

    /// <summary>The same run as a user without rights; needs <see cref="Tools.CanDropPrivilege"/>.</summary>
    public static Launch Unprivileged(this Launch launch) =>
        Tools.IsRoot ? launch.Behind("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : launch;

    /// <summary>The same run with a variable set.</summary>
    public static Launch With(this Launch launch, string name, string? value) =>
        launch with { Environment = new Dictionary<string, string?>(launch.Environment, StringComparer.Ordinal) { [name] = value } };
}
