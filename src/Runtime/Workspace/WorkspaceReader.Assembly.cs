using ManifestLinker.Linker.Platform.Passwords;

namespace ManifestLinker.Runtime.Workspace;

/// <content>The tables about what the link writes into the image: password and release.</content>
internal static partial class WorkspaceReader
{
    private static PasswordSection Password(SectionReader? section)
    {
        var password = new PasswordSection(
            section?.Text(
                "root",
                text => section.OneOf(text, "value of 'root'", PasswordSection.RootWords),
                about: "Where the password comes from: random (the default), none to leave etc/shadow as it is delivered, or file. -p, --root-password and --root-password-file count more."),
            section?.Text("file", about: "With root = \"file\": a file whose first line is the password, relative to this file."),
            section?.Text(
                "hash",
                text => section.OneOf(text, "hash", PasswordSection.HashWords),
                about: "How it is hashed: sha-512 (the default) or sha-256."),
            section?.Text(
                "salt",
                section.Salt,
                about: "The salt: derived from the stamp and the password (the default of a given password), random (that of a random one), or 1 to 16 characters of ./0-9A-Za-z."));
        section?.RejectTheRest();
        return password;
    }

    private static Placed<string>? Salt(this SectionReader section, Placed<string> text)
    {
        text.Shape?.BeText("^[./0-9A-Za-z]{1,16}$");
        if (ShaCrypt.IsSalt(text.Value)) return text;
        section.Report(text.Location, $"'{text.Value}' is no salt", "write \"derived\", \"random\", or 1 to 16 characters of ./0-9A-Za-z");
        return null;
    }

    private static ReleaseSection Release(SectionReader? section)
    {
        var release = new ReleaseSection(
            section?.Text("name", section.OneLine, about: "The name of the system in etc/release."),
            section?.Text("owner", section.OneLine, about: "Who has the copyright, in etc/release."));
        section?.RejectTheRest();
        return release;
    }

    private static Placed<string>? OneLine(this SectionReader section, Placed<string> text)
    {
        if (!text.Value.Any(char.IsControl)) return text;
        section.Report(text.Location, "the text has a line break or another control character", "write it on one line");
        return null;
    }
}
