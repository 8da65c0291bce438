using ManifestLinker.Linker.Media;

namespace ManifestLinker.Linker.Tests.Media;

public class LoaderConfigurationTests
{
    [Theory]
    [InlineData("text", "text,ttya,ttyb,ttyc,ttyd")]
    [InlineData("ttya", "ttya,ttyb,ttyc,ttyd,text")]
    [InlineData("ttyb", "ttyb,ttya,ttyc,ttyd,text")]
    [InlineData("ttyc", "ttyc,ttya,ttyb,ttyd,text")]
    [InlineData("ttyd", "ttyd,ttya,ttyb,ttyc,text")]
    public void Each_console_comes_first_and_the_others_follow(string console, string order) =>
        LoaderConfiguration.For(BootConsole.Find(console)!).Should().Be(
            $$"""
            console="{{order}}"
            os_console="{{console}}"
            ttya-mode="115200,8,n,1,-"
            ttyb-mode="115200,8,n,1,-"
            ttyc-mode="115200,8,n,1,-"
            ttyd-mode="115200,8,n,1,-"
            loader_logo="smartos"
            loader_brand="smartos"
            root_shadow='$5$2HOHRnK3$NvLlm.1KQBbB0WjoP7xcIwGnllhzp2HnT.mDO7DpxYA'
            smartos="true"

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("")]
    [InlineData("vga")]
    [InlineData("TTYA")]
    [InlineData("ttye")]
    public void There_are_no_others(string console) => BootConsole.Find(console).Should().BeNull();

    [FactNeeding("openssl")]
    public void The_password_is_root() =>
        ForeignTool.Run("openssl", "passwd", "-5", "-salt", "2HOHRnK3", "root").Exits(0).Lines
            .Should().ContainSingle(hash => LoaderConfiguration.For(BootConsole.Text).Contains($"'{hash}'", StringComparison.Ordinal));
}
