namespace ManifestLinker.Testing;

/// <summary>What this machine lets the tests do.</summary>
public static class Machine
{
    /// <summary>True where the tests run as root, for whom no file is unreadable.</summary>
    public static bool IsRoot { get; } = string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    /// <summary>True where a run without rights can be had: not root, or setpriv lets root become nobody, who can start mlc.</summary>
    public static bool CanDropPrivilege { get; } =
        !IsRoot || (ForeignTool.Find("setpriv") is not null && Starts(Mlc.In("/", "--version").Unprivileged()));

    /// <summary>True where a file system can be mounted that nobody else sees.</summary>
    public static bool CanMount { get; } =
        ForeignTool.Find("unshare") is { } unshare && Starts(new(unshare, ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]));

    private static bool Starts(Launch launch) => launch.Run().Status == 0;
}
