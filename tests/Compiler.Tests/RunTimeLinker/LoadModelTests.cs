using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;
using static ManifestLinker.Compiler.Tests.RunTimeLinker.ObjectImage;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

public sealed class LoadModelTests
{
    private static ObjectImage Platform => new ObjectImage().WithLink("lib/64", "amd64").WithLink("usr/lib/64", "amd64").WithDirectory("lib/amd64").WithDirectory("usr/lib/amd64");

    [Fact]
    public void Each_class_has_its_default_directories_and_the_first_wins()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("libc.so.1")).With("usr/bin/q", Program("libc.so.1", @class: ElfClass.Bits32))
            .With("lib/amd64/libc.so.1", Object()).With("usr/lib/amd64/libc.so.1", Object())
            .With("lib/libc.so.1", Object(@class: ElfClass.Bits32));
        Needs(image, "usr/bin/p").Should().Be("libc.so.1=lib/amd64/libc.so.1");
        Needs(image, "usr/bin/q").Should().Be("libc.so.1=lib/libc.so.1");
        image.Linker.DependenciesOf(image.Linker.ObjectAt("usr/bin/p")!.Value)[0].FoundBy.Should().Be("/lib/64/libc.so.1");
    }

    [Fact]
    public void What_does_not_fit_is_passed_over_and_told()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("liba.so.1", "/opt/x:/a:/b:rel:/c/$HWCAP:/proc/x"))
            .With("a/liba.so.1", Object(@class: ElfClass.Bits32)).With("b/liba.so.1", Object() with { Machine = 2, IsBigEndian = true })
            .With("usr/lib/amd64/liba.so.1", new ElfObject { Class = ElfClass.Bits64, Type = ElfType.Relocatable, Machine = ElfMachine.Amd64 });
        Dependency missing = image.Linker.DependenciesOf(image.Linker.ObjectAt("usr/bin/p")!.Value)[0];
        missing.Found.Should().BeNull();
        missing.Attempts.Select(tried => $"{tried.Path} {tried.Outcome}").Should().Equal(
            "/opt/x/liba.so.1 Outside", "/a/liba.so.1 WrongClass", "/b/liba.so.1 WrongMachine", "rel/liba.so.1 Relative", "/c/$HWCAP Unexpanded",
            "/proc/x/liba.so.1 Provided", "/lib/64/liba.so.1 Missing", "/usr/lib/64/liba.so.1 NotAnObject");
        missing.MetOnlyOthers.Should().BeTrue();
    }

    [Fact]
    public void A_search_path_is_for_the_object_that_carries_it()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("liba.so.1", "/x")).With("x/liba.so.1", Object("libb.so.1")).With("x/libb.so.1", Object());
        Loaded(image, "usr/bin/p").Should().Be("usr/bin/p x/liba.so.1; libb.so.1 missing");
    }

    [Fact]
    public void What_another_object_loaded_before_is_taken_by_luck()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("libb.so.1 liba.so.1", "/x")).With("x/liba.so.1", Object("libb.so.1")).With("x/libb.so.1", Object())
            .With("usr/bin/late", Program("liba.so.1 libb.so.1", "/x"));
        Loaded(image, "usr/bin/p").Should().Be("usr/bin/p x/libb.so.1 x/liba.so.1; libb.so.1 by luck");
        Loaded(image, "usr/bin/late").Should().Be("usr/bin/late x/liba.so.1 x/libb.so.1; libb.so.1 by luck");
        Loaded(image, "x/liba.so.1").Should().Be("x/liba.so.1; libb.so.1 missing");
    }

    [Fact]
    public void One_inode_is_one_object_by_whatever_name()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("liba.so.1 libz.so")).With("lib/amd64/liba.so.1", Object("libz.so.1"))
            .With("lib/amd64/libz.so.1", Object()).WithLink("usr/lib/amd64/libz.so", "../../../lib/64/libz.so.1");
        Loaded(image, "usr/bin/p").Should().Be("usr/bin/p lib/amd64/liba.so.1 lib/amd64/libz.so.1");
    }

    [Fact]
    public void Origin_is_where_the_object_really_lies_by_each_of_its_names()
    {
        ObjectImage image = Platform.With("a/bin/p", Program("liba.so.1", "$ORIGIN/../lib")).WithName("b/bin/p", "a/bin/p").WithLink("c/bin/p", "../../a/bin/p")
            .With("a/lib/liba.so.1", Object()).WithDirectory("b/lib");
        Needs(image, "a/bin/p").Should().Be("liba.so.1=a/lib/liba.so.1");
        Needs(image, "b/bin/p").Should().Be("liba.so.1=-");
        Needs(image, "c/bin/p").Should().Be("liba.so.1=a/lib/liba.so.1");
        image.Linker.Objects.Select(found => found.Name.Text).Should().Equal("a/bin/p", "b/bin/p", "a/lib/liba.so.1");
    }

    [Fact]
    public void Without_default_directories_only_the_search_path_counts()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("libc.so.1") with { Dynamic = Object("libc.so.1", flags1: 0x800).Dynamic }).With("lib/amd64/libc.so.1", Object());
        Needs(image, "usr/bin/p").Should().Be("libc.so.1=-");
        image.Linker.IsInDefaultDirectories(image.Linker.DependenciesOf(image.Linker.ObjectAt("usr/bin/p")!.Value)[0]).Should().BeTrue();
    }

    [Fact]
    public void A_dependency_may_be_a_path_or_several_names()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("/lib/64/liba.so.1 libx.so.1:liba.so.1 $ORIGIN/../../lib/amd64/liba.so.1 ../lib/liba.so.1")).With("lib/amd64/liba.so.1", Object());
        Needs(image, "usr/bin/p").Should().Be("/lib/64/liba.so.1=lib/amd64/liba.so.1 libx.so.1:liba.so.1=lib/amd64/liba.so.1 $ORIGIN/../../lib/amd64/liba.so.1=lib/amd64/liba.so.1 ../lib/liba.so.1=-");
    }

    [Fact]
    public void A_process_with_rights_of_others_trusts_origin_only_where_something_was_loaded_from()
    {
        ObjectImage image = Platform.With("usr/bin/s", Program("liba.so.1", "/x"), 0x9ed).With("x/liba.so.1", Object("libb.so.1 libd.so.1", "$ORIGIN:$ORIGIN/inner"))
            .With("x/libb.so.1", Object()).With("x/inner/libd.so.1", Object());
        Closure secure = image.Linker.ClosureOf(image.Linker.ObjectAt("usr/bin/s")!.Value, isSecure: true);
        Text(secure).Should().Be("usr/bin/s x/liba.so.1 x/libb.so.1; libd.so.1 missing");
        Loaded(image, "usr/bin/s").Should().Be("usr/bin/s x/liba.so.1 x/libb.so.1 x/inner/libd.so.1");
    }

    [Fact]
    public void A_filter_loads_what_it_stands_in_front_of_and_may_do_without()
    {
        ElfObject filter = Object() with { Dynamic = new ElfDynamic { Filters = [new(FilterKind.Standard, "libb.so.1"), new(FilterKind.Auxiliary, "/platform/$PLATFORM/lib/libp.so.1"), new(FilterKind.Auxiliary, "/caps/$CAPABILITY")] } };
        ObjectImage image = Platform.With("lib/amd64/liba.so.1", filter).With("lib/amd64/libb.so.1", Object()).With("platform/i86pc/lib/libp.so.1", Object());
        Needs(image, "lib/amd64/liba.so.1").Should().Be("libb.so.1=lib/amd64/libb.so.1 /platform/$PLATFORM/lib/libp.so.1=platform/i86pc/lib/libp.so.1 /caps/$CAPABILITY=-");
        image.Linker.ClosureOf(image.Linker.ObjectAt("lib/amd64/liba.so.1")!.Value).IsWhole.Should().BeTrue();
    }

    [Fact]
    public void Modules_of_the_kernel_are_looked_for_below_each_module_path()
    {
        ObjectImage image = Platform.With("kernel/drv/amd64/mptsas", Object("misc/scsi drv/ip genunix misc/krtld dtracestubs misc/none")).With("kernel/misc/amd64/scsi", Object())
            .With("usr/kernel/drv/amd64/ip", Object()).With("kernel/amd64/genunix", Object()).With("kernel/misc/none", Object());
        Needs(image, "kernel/drv/amd64/mptsas").Should().Be("misc/scsi=kernel/misc/amd64/scsi drv/ip=usr/kernel/drv/amd64/ip genunix=kernel/amd64/genunix misc/none=-");
    }

    [Fact]
    public void An_object_that_demands_more_than_the_machine_can_do_is_passed_over()
    {
        ElfObject demanding = Object() with { Capabilities = new ElfCapabilities(0x20000000, 0, 0) };
        ObjectImage image = Platform.With("usr/bin/p", Program("liba.so.1")).With("lib/amd64/liba.so.1", demanding).With("usr/lib/amd64/liba.so.1", Object());
        Needs(image, "usr/bin/p").Should().Be("liba.so.1=lib/amd64/liba.so.1");
        var old = new LoadModel(image.Built, RunTimeLinkerProfile.Illumos with { Machine = new ElfCapabilities(0x1000, 0, 0) });
        Dependency found = old.DependenciesOf(old.ObjectAt("usr/bin/p")!.Value)[0];
        found.FoundBy.Should().Be("/usr/lib/64/liba.so.1");
        found.Attempts.Select(tried => tried.Outcome).Should().Equal(AttemptOutcome.Capabilities);
    }

    [Fact]
    public void A_module_says_what_it_depends_on_in_the_old_way_as_well()
    {
        ElfObject module = new() { Class = ElfClass.Bits64, Type = ElfType.Relocatable, Machine = ElfMachine.Amd64, DependsOn = "misc/scsi  drv/none" };
        ObjectImage image = Platform.With("kernel/drv/amd64/sd", module).With("kernel/misc/amd64/scsi", module);
        Needs(image, "kernel/drv/amd64/sd").Should().Be("misc/scsi=kernel/misc/amd64/scsi drv/none=-");
    }

    [Fact]
    public void Who_needs_an_object_is_known()
    {
        ObjectImage image = Platform.With("usr/bin/p", Program("liba.so.1")).With("usr/bin/q", Program("liba.so")).With("lib/amd64/liba.so.1", Object()).WithLink("lib/amd64/liba.so", "liba.so.1");
        LoadModel linker = image.Linker;
        linker.UsersOf(linker.ObjectAt("lib/64/liba.so")!.Value.File).Select(user => $"{user.Of} {user.Text}").Should().Equal("usr/bin/p liba.so.1", "usr/bin/q liba.so");
        linker.ObjectAt("usr/bin/none").Should().BeNull();
    }

    [Fact]
    public void A_search_for_versions_passes_over_the_weak_and_takes_a_library_without()
    {
        ElfVersion[] wanted = [new("V1", 0, 0), new("V2", 0, 0), new("V3", 0, 2), new("V4", 0, 4)];
        ElfObject user = Program("liba.so.1 libb.so.1");
        user = user with { Dynamic = user.Dynamic! with { VersionsNeeded = [new("liba.so.1", wanted), new("libb.so.1", wanted)] } };
        ElfObject defines = Object() with { Dynamic = new ElfDynamic { VersionsDefined = [new("liba.so.1", 0, 1), new("V1", 0, 0)] } };
        ObjectImage image = Platform.With("usr/bin/p", user).With("lib/amd64/liba.so.1", defines).With("lib/amd64/libb.so.1", Object());
        image.Linker.DependenciesOf(image.Linker.ObjectAt("usr/bin/p")!.Value).SelectMany(VersionBinding.Missing).Should().Equal("V2");
    }

    private static string Needs(ObjectImage image, string path)
    {
        LoadModel linker = image.Linker;
        return string.Join(' ', linker.DependenciesOf(linker.ObjectAt(path)!.Value).Select(found => $"{found.Text}={found.Found?.Name.Text ?? "-"}"));
    }

    private static string Loaded(ObjectImage image, string path)
    {
        LoadModel linker = image.Linker;
        return Text(linker.ClosureOf(linker.ObjectAt(path)!.Value));
    }

    private static string Text(Closure closure) => string.Join(' ', closure.Objects.Select(found => found.Name.Text))
        + string.Concat(closure.Bindings.Where(binding => binding.Dependency.Found is null).Select(binding => $"; {binding.Dependency.Text} {(binding.Loaded is null ? "missing" : "by luck")}"));
}
