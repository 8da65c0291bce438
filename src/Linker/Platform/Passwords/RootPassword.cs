using System.Text;

namespace ManifestLinker.Linker.Platform.Passwords;

/// <summary>The password that root gets, and what stands for it in shadow(5).</summary>
public sealed record RootPassword(string Text, string Hash)
{
    /// <summary>The longest password that PAM of illumos takes (PASS_MAX), in bytes.</summary>
    public const int Longest = 256;

    /// <summary>Hashes <paramref name="text"/>, which <see cref="Fault"/> has nothing against.</summary>
    public static RootPassword Of(string text, PasswordHash method, string salt) => new(text, ShaCrypt.Hash(method, Encoding.ASCII.GetBytes(text), salt));

    /// <summary>Why <paramref name="text"/> is no password that can be typed on every console and stands on one line; null where it is one.</summary>
    public static string? Fault(string text)
    {
        if (text.Length == 0) return "is empty";
        if (text.Length > Longest) return $"is longer than {Longest} characters";
        foreach (char c in text)
        {
            if (c is < ' ' or '\x7f') return "holds a control character, such as a line break or a tabulator";
            if (c > '~') return "holds a character that is not ASCII, which a console may send in another encoding";
        }
        return null;
    }
}
