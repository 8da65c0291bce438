using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>Sections of the manual that fit <paramref name="First"/> are searched before those that fit <paramref name="Then"/>; both are patterns of fnmatch(5).</summary>
public sealed record SectionRank(ShellPattern First, ShellPattern Then)
{
    /// <summary>Whether <paramref name="section"/> is searched before <paramref name="other"/>. No section is searched before itself.</summary>
    public bool Puts(string section, string other) => section != other && First.Matches(section) && Then.Matches(other);
}
