using CsCheck;
using K4os.Hash.xxHash;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Audit.Cache;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tests.Elf;

namespace ManifestLinker.Compiler.Tests.Audit.Cache;

public sealed class FactsCacheTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    private string Folder => top.At("cache");

    public void Dispose() => top.Dispose();

    [Fact]
    public void Facts_come_back_as_they_were()
    {
        foreach (string words in ElfListingTests.Objects)
        {
            FileFacts facts = ImageScan.Look(new MemoryBytes(ElfListing.Bytes(words)));
            FactsCodec.Decode(FactsCodec.Encode(facts)).Should().BeEquivalentTo(facts, options => options.ComparingByMembers<FileFacts>(), words);
        }
        FileFacts script = new(null, new Shebang(" /bin/sh -e", ShebangEnd.InTime));
        FactsCodec.Decode(FactsCodec.Encode(script)).Should().BeEquivalentTo(script);
        FactsCodec.Decode(FactsCodec.Encode(FileFacts.Data)).Should().Be(FileFacts.Data);
    }

    /// <summary>Where this fails the facts of some object have become others, or their bytes: the version goes up, and the number here is the new one.</summary>
    [Fact]
    public void The_version_is_that_of_these_facts()
    {
        string[] objects =
        [
            "exec needed=libc.so.1 runpath=/usr/gcc/10/lib cap=1800 want=exit+bound=libc.so.1 config=/etc/ld.config",
            "32 big soname=libx.so.1 export=x_open want=malloc+weak defines=X_1.1 needs=libc.so.1:SUNW_1.1+info filter=libc.so.1 flags1=100",
            "rel needed=misc/usb export=_init want=mutex_enter depends_on=misc/mac,drv/dld corrupt=40:255",
        ];
        byte[] all = [.. objects.SelectMany(words => FactsCodec.Encode(ImageScan.Look(new MemoryBytes(ElfListing.Bytes(words)))))];
        (FactsFile.Version, XXH64.DigestOf(all)).Should().Be((1, 6214044586637188059ul));
    }

    [Fact]
    public void A_file_that_has_not_changed_is_not_read_again()
    {
        FileBytes file = OldFile("old", "needed=libc.so.1");
        FactsCache first = FactsCache.Load(Checked.Host, Folder);
        FileFacts facts = first.Look(file);
        first.Save();

        // A file that cannot be opened any more: whoever wants its facts can only have them from the cache.
        FactsKey key = FactsKey.Of(Checked.Host, file)!.Value;
        FactsFile.Parse(File.ReadAllBytes(Path.Combine(Folder, "facts"))).Keys.Should().Equal(key);
        FactsCache.Load(Checked.Host, Folder).Look(file).Should().BeEquivalentTo(facts, options => options.ComparingByMembers<FileFacts>());
    }

    [Fact]
    public void What_the_cache_says_is_believed()
    {
        FileBytes file = OldFile("old", "needed=libc.so.1");
        Plant(FactsFile.Format([KeyValuePair.Create<FactsKey, ReadOnlyMemory<byte>>(FactsKey.Of(Checked.Host, file)!.Value, FactsCodec.Encode(FileFacts.Data))]));
        FactsCache.Load(Checked.Host, Folder).Look(file).Should().Be(FileFacts.Data);
    }

    [Fact]
    public void A_file_that_changed_just_now_is_not_remembered()
    {
        var file = FileBytes.Of(Checked.Host.Files, NewFile("new", "needed=libc.so.1"));
        FactsCache cache = FactsCache.Load(Checked.Host, Folder);
        cache.Look(file).Elf.Should().NotBeNull();
        cache.Save();
        File.Exists(Path.Combine(Folder, "facts")).Should().BeFalse();
    }

    [Fact]
    public void A_change_is_seen_even_where_size_and_time_of_writing_stay()
    {
        FileBytes file = OldFile("old", "needed=liba.so.1");
        FactsCache first = FactsCache.Load(Checked.Host, Folder);
        first.Look(file);
        first.Save();

        DateTime written = File.GetLastWriteTimeUtc(file.Path);
        File.WriteAllBytes(file.Path, ElfListing.Bytes("needed=libb.so.1"));
        File.SetLastWriteTimeUtc(file.Path, written);
        FactsCache.Load(Checked.Host, Folder).Look(file).Elf!.Dynamic!.Needed[0].Name.Should().Be("libb.so.1");
    }

    [Fact]
    public void A_damaged_cache_is_none()
    {
        FileBytes file = OldFile("old", "needed=libc.so.1");
        byte[] right = FactsFile.Format([KeyValuePair.Create<FactsKey, ReadOnlyMemory<byte>>(FactsKey.Of(Checked.Host, file)!.Value, FactsCodec.Encode(FileFacts.Data))]);
        for (int length = 0; length < right.Length; length++) FactsFile.Parse(right[..length]).Should().BeEmpty();
        for (int at = 0; at < right.Length; at++)
        {
            byte[] wrong = [.. right];
            wrong[at] ^= 0x41;
            FactsFile.Parse(wrong).Should().BeEmpty();
        }
        Plant([.. right, 0]);
        FactsCache.Load(Checked.Host, Folder).Look(file).Elf.Should().NotBeNull();
    }

    [Fact]
    public void Bytes_that_are_no_facts_are_read_to_an_end()
    {
        byte[] right = FactsCodec.Encode(ImageScan.Look(new MemoryBytes(ElfListing.Bytes(ElfListingTests.Objects[3]))));
        for (int length = 0; length < right.Length; length++) FactsCodec.Decode(right.AsMemory(0, length)).Should().BeNull();
        Gen.Select(Gen.Int[0, right.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                byte[] wrong = [.. right];
                wrong[at] = value;
                _ = FactsCodec.Decode(wrong);
            },
            iter: 2000);
        Gen.Byte.Array[0, 500].Sample(bytes => { _ = FactsCodec.Decode(bytes); }, iter: 2000);
    }

    [Fact]
    public void What_was_not_used_goes_first_where_the_limit_is_reached()
    {
        FileBytes[] files = [.. Enumerable.Range(0, 6).Select(i => OldFile($"file{i}", $"needed=lib{i}.so.1"))];
        FactsCache first = FactsCache.Load(Checked.Host, Folder);
        foreach (FileBytes file in files[..5]) first.Look(file);
        first.Save();
        int whole = File.ReadAllBytes(Path.Combine(Folder, "facts")).Length;

        FactsCache second = FactsCache.Load(Checked.Host, Folder, whole);
        second.Look(files[4]);
        second.Look(files[5]);
        second.Save();
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, "facts"));
        bytes.Length.Should().BeLessThanOrEqualTo(whole);
        FactsFile.Parse(bytes).Keys.Should().HaveCountLessThan(6).And.HaveCountGreaterThan(2).And.Contain([FactsKey.Of(Checked.Host, files[4])!.Value, FactsKey.Of(Checked.Host, files[5])!.Value]);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_no_cache()
    {
        File.WriteAllText(Folder, "a file");
        FileBytes file = OldFile("old", "needed=libc.so.1");
        FactsCache cache = FactsCache.Load(Checked.Host, Folder);
        cache.Look(file).Elf.Should().NotBeNull();
        cache.Save();
        File.ReadAllText(Folder).Should().Be("a file");
    }

    [Fact]
    public void What_is_no_file_of_the_host_is_looked_at_each_time()
    {
        FactsCache cache = FactsCache.Load(Checked.Host, Folder);
        cache.Look(new MemoryBytes(ElfListing.Bytes(""))).Elf.Should().NotBeNull();
        cache.Save();
        Directory.GetFiles(Folder).Should().BeEmpty();
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        FileBytes file = OldFile("old", "needed=libc.so.1");
        Parallel.For(0, 20, _ =>
        {
            FactsCache cache = FactsCache.Load(Checked.Host, Folder);
            cache.Look(file).Elf!.Dynamic!.Needed[0].Name.Should().Be("libc.so.1");
            cache.Save();
        });
        FactsCache.Load(Checked.Host, Folder).Look(file).Elf!.Dynamic!.Needed[0].Name.Should().Be("libc.so.1");
    }

    private string NewFile(string name, string words)
    {
        File.WriteAllBytes(top.At(name), ElfListing.Bytes(words));
        return top.At(name);
    }

    // The time of the last change cannot be put back, so it has to pass.
    private FileBytes OldFile(string name, string words)
    {
        var file = FileBytes.Of(Checked.Host.Files, NewFile(name, words));
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        return file;
    }

    private void Plant(byte[] bytes)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "facts"), bytes);
    }
}
