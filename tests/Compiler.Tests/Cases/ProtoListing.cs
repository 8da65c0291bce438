using System.Runtime.InteropServices;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A search directory as text, one object a line: <c>f PATH MODE CONTENT</c> a file, with <c>\n</c> between lines, or <c>f PATH MODE @FILE</c> with
/// what a file beside the listing holds, <c>e PATH MODE WORDS</c> an ELF object (see <see cref="ElfListing"/>), <c>d PATH MODE</c> a directory, <c>l PATH -> TARGET</c> a symbolic link, <c>h PATH = OTHER</c> another name of a file before it, <c>p PATH</c> a named pipe. Directories above an object come of themselves.
/// </summary>
internal static partial class ProtoListing
{
    public static void Build(string listing, string directory, string beside = "")
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
                    if (words is [_, _, _, ['@', .. var file]]) File.WriteAllBytes(path, File.ReadAllBytes(Path.Combine(beside, file)));
                    else File.WriteAllText(path, words.Length > 3 ? words[3].Replace("\\n", "\n", StringComparison.Ordinal) : "");
                    File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(words[2], 8));
                    break;
                case "e":
                    File.WriteAllBytes(path, ElfListing.Bytes(words.Length > 3 ? words[3] : ""));
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
