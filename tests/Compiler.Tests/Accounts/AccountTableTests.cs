using ManifestLinker.Compiler.Accounts;

namespace ManifestLinker.Compiler.Tests.Accounts;

public sealed class AccountTableTests
{
    [Theory]
    [InlineData("root:x:0:0:Super-User:/:/bin/sh", "root", 0u)]
    [InlineData("bin::2:root,daemon", "bin", 2u)]
    [InlineData("a:x:1", "a", 1u)]
    [InlineData("a:x:1\r", "a", 1u)]
    [InlineData("nobody4:x:4294967294:1", "nobody4", 4294967294u)]
    [InlineData("+::1:", "+", 1u)]
    public void A_row_gives_a_name_its_number(string row, string name, uint id) => AccountTable.Parse("t", row).Find(name).Should().Be(id);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("root")]
    [InlineData("root:x")]
    [InlineData("root:x:")]
    [InlineData("root:x:zero:0")]
    [InlineData("root:x:-1:0")]
    [InlineData("root:x:+1:0")]
    [InlineData("root:x: 1:0")]
    [InlineData("root:x:0x1:0")]
    [InlineData("root:x:4294967296:0")]
    [InlineData(":x:0:0")]
    [InlineData("+::::")]
    public void What_is_no_row_is_none(string text) => AccountTable.Parse("t", text).Names.Should().BeEmpty();

    [Fact]
    public void The_first_row_of_a_name_counts()
    {
        AccountTable table = AccountTable.Parse("t", "a:x:1\nb:x:broken\na:x:2\nb:x:3\n");
        (table.Find("a"), table.Find("b")).Should().Be((1u, 3u));
        table.Names.Should().Equal("a", "b");
    }

    [Theory]
    [InlineData("a", 1u)]
    [InlineData("12", 12u)]
    [InlineData("7", 70u)] // a name, though it looks like a number
    [InlineData("nobody", 0u)]
    [InlineData("-1", 0u)]
    [InlineData("A", 0u)]
    public void The_number_to_use_is_the_names_own_or_the_number_itself(string name, uint id) =>
        AccountTable.Parse("t", "a:x:1\n7:x:70\n").IdOf(name).Should().Be(id);

    [Fact]
    public void The_base_accounts_are_those_of_illumos()
    {
        AccountTable owners = AccountTables.Base.Owners;
        AccountTable groups = AccountTables.Base.Groups;
        (owners.Find("root"), owners.Find("smmsp"), owners.Find("nobody4"), owners.Find("mail")).Should().Be((0u, 25u, 65534u, null));
        (groups.Find("bin"), groups.Find("mail"), groups.Find("nogroup"), groups.Find("nobody4")).Should().Be((2u, 6u, 65534u, null));
        (owners.Names.Count, groups.Names.Count).Should().Be((25, 27));
    }

    [CorpusFact]
    public void The_base_accounts_agree_with_the_delivered_files()
    {
        foreach ((AccountTable table, string file) in new[] { (AccountTables.Base.Owners, "passwd"), (AccountTables.Base.Groups, "group") })
        {
            AccountTable delivered = AccountTable.Parse(file, File.ReadAllText(Path.Combine(Repository.Corpus, "etc", file)));
            foreach (string name in delivered.Names) table.Find(name).Should().Be(delivered.Find(name), name);
            table.Names.Should().BeEquivalentTo(delivered.Names);
        }
    }
}
