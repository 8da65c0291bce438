using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// Does work as a user whom permissions bind. The kernel keeps the ids of each thread by itself; the system call, unlike the
/// C library's function of that name, changes those of the calling thread only.
/// </summary>
internal static partial class Unprivileged
{
    private const int Nobody = 65534;

    public static bool IsRoot { get; } = EffectiveUser() == 0;

    /// <summary>Why it cannot be done here; null where it can.</summary>
    public static string? Obstacle => IsRoot && Numbers is null ? "needs another user than root on this processor" : null;

    private static (int Users, int Groups)? Numbers => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => (117, 119),
        System.Runtime.InteropServices.Architecture.Arm64 => (147, 149),
        _ => null,
    };

    public static T Run<T>(Func<T> work)
    {
        if (!IsRoot) return work();

        // The first time loads every assembly the work needs; the checkout may be closed to others.
        T result = work();
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Drop();
                result = work();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    private static void Drop()
    {
        (int users, int groups) = Numbers!.Value;
        if (SystemCall(groups, Nobody, Nobody, Nobody) != 0 || SystemCall(users, Nobody, Nobody, Nobody) != 0)
            throw new InvalidOperationException($"cannot become nobody: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial long SystemCall(long number, long real, long effective, long saved);
}
