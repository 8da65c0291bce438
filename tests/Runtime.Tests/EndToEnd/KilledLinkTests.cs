using System.Diagnostics;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>A link that is killed, at whatever moment, leaves a folder into which the next one links the same bytes as ever.</summary>
public class KilledLinkTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    private const int Moments = 30;

    [Fact]
    public void The_next_link_gives_the_same_bytes()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        string[] whole = OutputFingerprint.Of(linked.Folder + "/out");
        TimeSpan length = Timed(() => Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0));
        var random = new Random(7);
        int killed = 0;

        for (int moment = 0; moment < Moments; moment++)
        {
            using (Process process = Mlc.In(here.Path, SmallPlatform.Link()).Start())
            {
                if (!process.WaitForExit(length * random.NextDouble())) killed++;
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);
            OutputFingerprint.Of(here.At("out")).Should().Equal(whole);
        }

        killed.Should().BeGreaterThan(Moments / 5, "on a busy machine some are over already, but not all");
    }

    private static TimeSpan Timed(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
