using System.IO.Abstractions;
using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Host;

/// <summary>The host by way of Linux's own calls: statx(2), faccessat(2), chown(2), link(2).</summary>
public sealed partial class LinuxHost(IFileSystem files) : IHost
{
    private const int AtCurrentDirectory = -100;
    private const int AtSymlinkNoFollow = 0x100;
    private const uint BasicStats = 0x7ff;
    private const int ReadAccess = 4;
    private const int WriteAccess = 2;

    /// <inheritdoc/>
    public IFileSystem Files => files;

    /// <inheritdoc/>
    public unsafe FileStatus? Status(string path)
    {
        // struct statx: 256 bytes, the same on every architecture (linux/stat.h).
        Span<byte> buffer = stackalloc byte[256];
        fixed (byte* raw = buffer)
        {
            if (StatX(AtCurrentDirectory, path, AtSymlinkNoFollow, BasicStats, raw) != 0) return null;
        }
        ushort mode = MemoryMarshal.Read<ushort>(buffer[28..]);
        return new FileStatus(
            KindOf(mode),
            mode & 0xfff,
            MemoryMarshal.Read<uint>(buffer[20..]),
            MemoryMarshal.Read<uint>(buffer[24..]),
            MemoryMarshal.Read<long>(buffer[40..]),
            MemoryMarshal.Read<long>(buffer[112..]),
            MemoryMarshal.Read<ulong>(buffer[32..]),
            ((ulong)MemoryMarshal.Read<uint>(buffer[136..]) << 32) | MemoryMarshal.Read<uint>(buffer[140..]),
            MemoryMarshal.Read<uint>(buffer[16..]),
            (MemoryMarshal.Read<uint>(buffer[128..]), MemoryMarshal.Read<uint>(buffer[132..])))
        {
            ModifiedNanoseconds = Nanoseconds(buffer[112..]),
            ChangedNanoseconds = Nanoseconds(buffer[96..]),
        };
    }

    /// <inheritdoc/>
    public string LinkText(string path) =>
        files.FileInfo.New(path).LinkTarget ?? throw new IOException($"{path} is no longer a symbolic link");

    /// <inheritdoc/>
    public bool CanRead(string path) => Access(AtCurrentDirectory, path, ReadAccess, 0) == 0;

    /// <inheritdoc/>
    public bool CanWrite(string path) => Access(AtCurrentDirectory, path, WriteAccess, 0) == 0;

    /// <inheritdoc/>
    public bool TryChangeOwner(string path, uint uid, uint gid) => ChangeOwner(path, uid, gid) == 0;

    /// <inheritdoc/>
    public void MakeHardLink(string path, string existing)
    {
        if (Link(existing, path) != 0)
            throw new IOException($"{path} cannot be made a hard link to {existing}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    // struct statx_timestamp: seconds, then nanoseconds within the second.
    private static long Nanoseconds(ReadOnlySpan<byte> time) =>
        unchecked((MemoryMarshal.Read<long>(time) * 1_000_000_000) + MemoryMarshal.Read<uint>(time[8..]));

    private static FileKind KindOf(ushort mode) => (mode & 0xf000) switch
    {
        0x1000 => FileKind.Fifo,
        0x2000 => FileKind.CharacterDevice,
        0x4000 => FileKind.Directory,
        0x6000 => FileKind.BlockDevice,
        0xa000 => FileKind.SymbolicLink,
        0xc000 => FileKind.Socket,
        _ => FileKind.Regular,
    };

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int StatX(int directory, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "faccessat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(int directory, string path, int mode, int flags);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint uid, uint gid);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string path);
}
