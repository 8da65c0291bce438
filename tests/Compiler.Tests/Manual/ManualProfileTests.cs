using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Tests.Manual;

public sealed class ManualProfileTests
{
    [Theory]
    [InlineData("usr/share/man/man1/ls.1", "1")]
    [InlineData("usr/share/man/man3c_db/td.3c_db", "3c_db")]
    [InlineData("smartdc/man/man1m/vmadm.1m", "1m")]
    [InlineData("usr/share/man/man1", null)]
    [InlineData("usr/share/man/man/x.1", null)]
    [InlineData("usr/share/man/cat1/ls.1", null)]
    [InlineData("usr/share/man/man1/sub/ls.1", null)]
    [InlineData("usr/share/man/de/man1/ls.1", null)]
    [InlineData("usr/local/man/man1/ls.1", null)]
    [InlineData("man1/ls.1", null)]
    [InlineData("ls.1", null)]
    [InlineData("", null)]
    public void The_section_is_that_of_the_directory(string path, string? section) =>
        SmartOs.Profile.Manual.SectionOf(ImagePath.Parse(path)).Should().Be(section);
}
