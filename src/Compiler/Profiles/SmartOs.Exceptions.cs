using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <content>
/// What is right as it is on SmartOS. What a group may write is what illumos excuses in its own check of permissions
/// (exception_lists/pmodes), as far as SmartOS delivers it.
/// </content>
public static partial class SmartOs
{
    private const string Writable = "its data holds code, as illumos allows it in exception_lists/check_rtime";
    private const string Accounts = "the cron jobs of the users sys and adm write there";
    private const string Script = "a program of node, with a line that says so at its top";
    private const string Allocation = "the lock of a device that allocate gives to one user at a time; only root opens it";

    private static Suppression[] Exceptions() =>
    [
        Excuse("MLC2005", "**", "components, and the parts of one, share directories, and each says what they are like"),

        Excuse("MLC5060", "usr/sbin/amd64/bhyve", "its text is changed when it is loaded, as illumos allows it in exception_lists/check_rtime"),
        Excuse("MLC5062", "lib/ld.so.1", Writable),
        Excuse("MLC5062", "lib/amd64/ld.so.1", Writable),
        Excuse("MLC5062", "lib/libc.so.1", Writable),

        Excuse("MLC7102", "etc/dladm/secobj.conf", "nwamd runs as netadm, and keeps the keys of networks there"),
        Excuse("MLC7102", "etc/dumpdates", "operators of the group sys write the dates of their dumps"),
        Excuse("MLC7102", "var/adm", Accounts),
        Excuse("MLC7102", "var/adm/acct", Accounts),
        Excuse("MLC7102", "var/adm/acct/fiscal", Accounts),
        Excuse("MLC7102", "var/adm/acct/nite", Accounts),
        Excuse("MLC7102", "var/adm/acct/sum", Accounts),
        Excuse("MLC7102", "var/adm/sa", Accounts),
        Excuse("MLC7102", "var/mail/:saved", "mail programs, which have the group mail, save a mailbox there while they change it"),
        Excuse("MLC7102", "var/spool/clientmqueue", "sendmail, which has the group smmsp, puts what users send there"),

        Excuse("MLC7109", "etc/cron.d/crontabs/root", "a table of cron, which keeps the jobs of each user from the others"),
        Excuse("MLC7109", "etc/ppp/*-secrets", "holds passwords"),
        Excuse("MLC7109", "etc/security/dev/*", Allocation),
        Excuse("MLC7109", "etc/shadow", "holds the hashes of passwords"),
        Excuse("MLC7109", "usr/lib/krb5/kadmind", "a daemon that root alone starts"),
        Excuse("MLC7109", "usr/lib/krb5/krb5kdc", "a daemon that root alone starts"),

        Excuse("MLC7110", "usr/img/node_modules/rimraf/bin.js", Script),
        Excuse("MLC7110", "usr/vm/node_modules/vmload/dump-*.js", Script),

        Excuse("MLC7111", "**/nodeunit/bin/nodeunit.json", "options of nodeunit, which looks for them beside itself"),

        Excuse("MLC8207", "kernel/drv/amd64/dprov", "a provider of cryptography that tests of the framework load, after add_drv"),
        Excuse("MLC8207", "kernel/drv/amd64/usbskel", "an example for authors of USB drivers"),
    ];

    private static Suppression Excuse(string rule, string glob, string reason) => new(rule, new PathGlob(glob), reason);
}
