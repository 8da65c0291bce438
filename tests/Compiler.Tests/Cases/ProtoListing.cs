using System.Runtime.InteropServices;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A search directory as text, one object a line: <c>f PATH MODE CONTENT</c> a file, with <c>\n</c> between lines, <c>d PATH MODE</c> a directory,
/// <c>l PATH -> TARGET</c> a symbolic link, <c>h PATH = OTHER</c> another name of a file before it, <c>p PATH</c> a named pipe. Directories above an object come of themselves.
/// </summary>
internal static partial class ProtoListing
{
    public static void Build(string listing, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (string line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ', 4);
            string path = Path.Combine(directory, words[1]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            switch (words[0])
            {
                case "f":
                    File.WriteAllText(path, words.Length > 3 ? words[3].Replace("\\n", "\n", StringComparison.Ordinal) : "");
                    File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(words[2], 8));
                    break;
                case "d":
                    Directory.CreateDirectory(path);
                    if (words.Length > 2) File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(words[2], 8));
                    break;
                case "l":
                    File.CreateSymbolicLink(path, words[3]);
                    break;
                case "h":
                    Checked.Host.MakeHardLink(path, Path.Combine(directory, words[3]));
                    break;
                case "p":
                    MakePipe(path);
                    break;
                default:
                    throw new FormatException($"'{line}' is no line of a listing");
            }
        }
    }

    public static void MakePipe(string path)
    {
        const uint Mode = 0b110_100_100;
        if (MkFifo(path, Mode) != 0) throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MkFifo(string path, uint mode);
}
