using System.Text;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// The file <c>boot/loader.conf</c> of a medium, in the words of smartos-live's build_boot_image: which consoles there are, and what the kernel
/// is told.
/// </summary>
public static class LoaderConfiguration
{
    // The password "root", by which whoever stands before a machine that runs from a medium may enter it; SHA-256 of crypt(5).
    private const string RootShadow = "$5$2HOHRnK3$NvLlm.1KQBbB0WjoP7xcIwGnllhzp2HnT.mDO7DpxYA";

    // Speed, bits, parity, stop bits, handshake, as asy(4D) has them.
    private const string PortMode = "115200,8,n,1,-";

    /// <summary>The text for <paramref name="console"/>.</summary>
    public static string For(BootConsole console)
    {
        var text = new StringBuilder();
        Line("console", Quoted(string.Join(',', console.Order)));
        Line("os_console", Quoted(console.Name));
        foreach (string port in BootConsole.Names.Where(name => name != BootConsole.Text.Name)) Line($"{port}-mode", Quoted(PortMode));
        Line("loader_logo", Quoted("smartos"));
        Line("loader_brand", Quoted("smartos"));
        // The loader would take a dollar in double quotes for a variable.
        Line("root_shadow", $"'{RootShadow}'");
        Line("smartos", Quoted("true"));
        return text.ToString();

        void Line(string key, string value) => text.Append(key).Append('=').Append(value).Append('\n');

        string Quoted(string value) => $"\"{value}\"";
    }
}
