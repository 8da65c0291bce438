namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>Programs of others that prove what mlc wrote, and what this machine lets the tests do.</summary>
internal static class Tools
{
    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Path(string name) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program that is known to be there and demands that it succeeds.</summary>
    public static Outcome Run(string directory, string name, params string[] arguments) =>
        new Launch(Path(name) ?? throw new InvalidOperationException($"{name} is not installed."), arguments) { Directory = directory }.Run().Exits(0);

    /// <summary>True where the tests run as root, for whom no file is unreadable.</summary>
    public static bool IsRoot { get; } = string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    /// <summary>True where a run without rights can be had: not root, or setpriv lets root become nobody, who can start mlc.</summary>
    public static bool CanDropPrivilege { get; } = !IsRoot || (Path("setpriv") is not null && Starts(Mlc.In("/", "--version").Unprivileged()));

    /// <summary>True where a file system of its own can be mounted without touching the machine's.</summary>
    public static bool CanMount { get; } = Path("unshare") is { } unshare
        && Starts(new(unshare, ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]));

    private static bool Starts(Launch launch) => launch.Run().Status == 0;
}
