using System.Runtime.InteropServices;

namespace ManifestLinker.Compiler.Host;

/// <summary>
/// A lock of flock(2), which the kernel takes away when the last process that holds the file is gone, however it ended. Where programs that are started
/// inherit it, what they leave behind holds the lock, too, until <see cref="Dispose"/> gives it up for all of them.
/// </summary>
public sealed partial class FileLock : IDisposable
{
    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int CloseOnExec = 0x80000;
    private const int Shared = 1;
    private const int Exclusive = 2;
    private const int NonBlocking = 4;
    private const int Unlock = 8;
    private const int WouldBlock = 11;
    private const int Everybody = 0b110_110_110;

    private int descriptor;

    private FileLock(int descriptor) => this.descriptor = descriptor;

    /// <summary>
    /// Locks the file <paramref name="path"/>, which is made if need be: for this process alone, or with others where it <paramref name="isShared"/>.
    /// Null where another holds it.
    /// </summary>
    /// <exception cref="IOException">It cannot be opened or locked.</exception>
    public static FileLock? TryTake(string path, bool isShared, bool isInherited = false)
    {
        int opened = Open(path, ReadWrite | Create | (isInherited ? 0 : CloseOnExec), Everybody);
        if (opened < 0) throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        if (Lock(opened, (isShared ? Shared : Exclusive) | NonBlocking) == 0) return new FileLock(opened);
        bool isHeld = Marshal.GetLastPInvokeError() == WouldBlock;
        string why = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(opened);
        return isHeld ? null : throw new IOException($"{path} cannot be locked: {why}");
    }

    /// <summary>Gives the lock up.</summary>
    public void Dispose()
    {
        if (descriptor < 0) return;
        _ = Lock(descriptor, Unlock);
        _ = Close(descriptor);
        descriptor = -1;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
