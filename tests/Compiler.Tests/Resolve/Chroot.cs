using System.Diagnostics;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>Asks the kernel what a path leads to in a directory tree that is all the world.</summary>
internal static class Chroot
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    private static readonly string? BusyBox = Tool("busybox");

    /// <summary>Why it cannot be asked here; null where it can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    /// <summary>Puts what is needed to ask into <paramref name="directory"/>.</summary>
    public static void Prepare(string directory)
    {
        File.Copy(BusyBox!, Path.Combine(directory, "busybox"));
        File.SetUnixFileMode(Path.Combine(directory, "busybox"), (UnixFileMode)0b111_101_101);
    }

    /// <summary>
    /// The inode number that each of <paramref name="paths"/> leads to in <paramref name="directory"/>, or the name of the error.
    /// </summary>
    public static string[] Follow(string directory, IReadOnlyList<string> paths)
    {
        string script = "for p; do busybox=$(/busybox stat -L -c %i -- \"$p\" 2>&1); echo \"${busybox##*: }\"; done";
        string[] answers = Start(directory, ["/busybox", "sh", "-c", script, "sh", .. paths]).TrimEnd('\n').Split('\n');
        answers.Should().HaveCount(paths.Count);
        return [.. answers.Select(answer => answer switch
        {
            "No such file or directory" => "ENOENT",
            "Not a directory" => "ENOTDIR",
            "Symbolic link loop" or "Too many levels of symbolic links" => "ELOOP",
            _ => ulong.Parse(answer).ToString(),
        })];
    }

    private static string Start(string directory, string[] command)
    {
        string[] chroot = [Tool("chroot")!, directory, .. command];
        string[] whole = Unprivileged.IsRoot ? chroot : [Tool("unshare")!, "-r", .. chroot];
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static string? FindObstacle()
    {
        if (BusyBox is null || Tool("chroot") is null) return "needs chroot and busybox";
        using var directory = new TemporaryDirectory();
        Prepare(directory.Path);
        return Start(directory.Path, ["/busybox", "echo", "works"]) == "works\n" ? null : "needs a static busybox and the right to chroot";
    }

    private static string? Tool(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>A test that asks the kernel; skipped where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChrootFactAttribute : FactAttribute
{
    public ChrootFactAttribute() => Skip = Chroot.Obstacle;
}
