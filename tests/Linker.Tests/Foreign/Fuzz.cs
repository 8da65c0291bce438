namespace ManifestLinker.Linker.Tests.Foreign;

/// <summary>Damages good files, the same way each time.</summary>
public static class Fuzz
{
    /// <summary>Copies of <paramref name="good"/> with a few bytes changed, cut short, or both.</summary>
    public static IEnumerable<byte[]> Variants(byte[] good, int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            byte[] bad = random.Next(4) == 0 ? good[..random.Next(good.Length)] : (byte[])good.Clone();
            for (int flips = random.Next(1, 5); flips > 0 && bad.Length > 0; flips--)
            {
                int at = random.Next(2) == 0 ? random.Next(Math.Min(bad.Length, 600)) : random.Next(bad.Length);
                bad[at] = random.Next(3) switch { 0 => 0xff, 1 => (byte)(bad[at] ^ (1 << random.Next(8))), _ => (byte)random.Next(256) };
            }
            yield return bad;
        }
    }

    /// <summary>Runs <paramref name="read"/>, which may only succeed or throw <see cref="InvalidDataException"/>.</summary>
    public static bool Succeeds(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidDataException e)
        {
            e.Message.Should().NotBeEmpty().And.NotContain("\n");
            return false;
        }
    }
}
