using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>Whatever happens to the files of a store, it gives what was made, or nothing.</summary>
public class DamagedStoreTests
{
    [Fact]
    public void Any_wrong_byte_of_any_file_gives_what_was_made_or_nothing() => ForEachFile((file, whole, check) =>
    {
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] wrong = [.. whole];
            wrong[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(file, wrong);
            check($"byte {at}");
        }
    });

    [Fact]
    public void A_file_of_any_other_length_gives_what_was_made_or_nothing() => ForEachFile((file, whole, check) =>
    {
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            check($"cut off at {length}");
        }
        File.WriteAllBytes(file, [.. whole, .. whole]);
        check("twice as long");
    });

    [Fact]
    public void A_file_that_is_gone_or_no_file_gives_nothing_and_comes_back_with_the_next_outputs()
    {
        ForEachFile((file, whole, check) =>
        {
            File.Delete(file);
            check("gone");
            File.Delete(file);
            File.CreateSymbolicLink(file, "/etc/passwd");
            check("a link");
            File.Delete(file);
        });
    }

    private static void ForEachFile(Action<string, byte[], Action<string>> damage)
    {
        using StoreUnderTest stores = new();
        LayeredStore store = stores.Open();
        stores.MakeOutputs();
        stores.Keep(store, stores.At("made"));
        string made = FolderText.Of(stores.At("made"));
        string[] kept = [.. Directory.EnumerateFiles(stores.At("store"), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Length == 64)];
        kept.Should().HaveCount(5, "an action, a listing and three contents are kept");
        stores.Write("restored/old", "as it was");
        int misses = 0;
        foreach (string file in kept)
        {
            byte[] whole = File.ReadAllBytes(file);
            damage(file, whole, what =>
            {
                if (stores.Restore(store))
                {
                    FolderText.Of(stores.At("restored")).Should().Be(made, "{0} of {1} may not matter, but not so", what, file);
                    Directory.Delete(stores.At("restored"), recursive: true);
                    stores.Write("restored/old", "as it was");
                }
                else
                {
                    misses++;
                    Directory.GetFileSystemEntries(stores.At("restored")).Should().Equal(stores.At("restored/old"));
                    stores.Keep(store, stores.At("made"));
                    stores.Restore(store, "again").Should().BeTrue("after {0} of {1} it is made anew, and kept", what, file);
                }
            });
            if (File.Exists(file)) File.Delete(file);
            File.WriteAllBytes(file, whole);
        }
        misses.Should().BeGreaterThan(kept.Length);
    }
}
