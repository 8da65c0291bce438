using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <content>
/// The set-id programs of SmartOS that were reviewed, with the attributes that the packages of illumos (usr/src/pkg/manifests)
/// and OpenSSH give them.
/// </content>
public static partial class SmartOs
{
    private const string Accounting = "charges the time of the system to whom it belongs, in files of root";
    private const string Crontabs = "writes the jobs of its user into the spool of cron, which only root may enter";
    private const string Kernel = "asks the kernel and its devices for what the group sys may know";
    private const string Mailbox = "locks and delivers mailboxes in var/mail, which the group mail may write";
    private const string Processes = "looks at the processes of all users";
    private const string RemoteShell = "takes a reserved port, by which the other side knows that it speaks for its user";
    private const string Terminals = "writes to terminals of others, which the group tty may";

    private static SetidListing[] Setids() =>
    [
        Review("usr/bin/amd64/newtask", "4555 root sys", "puts its user's processes into a task and project"),
        Review("usr/bin/amd64/w", "4555 root bin", Processes),
        Review("usr/bin/at", "4755 root sys", Crontabs),
        Review("usr/bin/atq", "4755 root sys", "shows the jobs in the spool of cron, which only root may enter"),
        Review("usr/bin/atrm", "4755 root sys", "removes jobs of its user from the spool of cron, which only root may enter"),
        Review("usr/bin/chkey", "4555 root sys", "changes its user's key in the database of public keys"),
        Review("usr/bin/crontab", "4555 root bin", Crontabs),
        Review("usr/bin/fdformat", "4555 root bin", "formats a diskette that its user has been allocated"),
        Review("usr/bin/login", "4555 root bin", "becomes the user who gives a password"),
        Review("usr/bin/mail", "2511 root mail", Mailbox),
        Review("usr/bin/mailx", "2511 root mail", Mailbox),
        Review("usr/bin/newgrp", "4755 root sys", "changes to a group that its user is in"),
        Review("usr/bin/passwd", "6555 root sys", "changes its user's password in etc/shadow"),
        Review("usr/bin/rcp", "4555 root bin", RemoteShell),
        Review("usr/bin/rdist", "4555 root bin", RemoteShell),
        Review("usr/bin/rlogin", "4555 root bin", RemoteShell),
        Review("usr/bin/rsh", "4555 root bin", RemoteShell),
        Review("usr/bin/su", "4555 root sys", "becomes the user whose password is given"),
        Review("usr/bin/tip", "4511 uucp bin", "locks serial lines in the spool of uucp"),
        Review("usr/bin/write", "2555 root tty", Terminals),
        Review("usr/lib/acct/accton", "4755 root bin", Accounting),
        Review("usr/lib/fs/ufs/quota", "4555 root bin", "reads the quotas of its user, which only root may"),
        Review("usr/lib/fs/ufs/ufsdump", "4555 root bin", "takes a reserved port to reach a tape elsewhere"),
        Review("usr/lib/fs/ufs/ufsrestore", "4555 root bin", "takes a reserved port to reach a tape elsewhere"),
        Review("usr/lib/smtp/sendmail/mailq", "4555 root bin", "shows the queue of sendmail, which only root may enter, to whom it is granted"),
        Review("usr/lib/smtp/sendmail/sendmail", "2555 root smmsp", "puts mail into var/spool/clientmqueue, which the group smmsp may write"),
        Review("usr/lib/ssh/ssh-keysign", "4711 root bin", "signs with the keys of the host, which only root may read"),
        Review("usr/lib/utmp_update", "4555 root bin", "writes its user's record into utmpx"),
        Review("usr/sbin/allocate", "4555 root bin", "gives a device to the user it is allocated to"),
        Review("usr/sbin/eeprom", "2555 root sys", Kernel),
        Review("usr/sbin/ping", "4555 root bin", "opens a raw socket for ICMP"),
        Review("usr/sbin/pmconfig", "4555 root bin", "sets the power management of the machine, for whom it is granted"),
        Review("usr/sbin/prtconf", "2555 root sys", Kernel),
        Review("usr/sbin/prtdiag", "2755 root sys", Kernel),
        Review("usr/sbin/sacadm", "4755 root sys", "administers port monitors, whose files only root may write"),
        Review("usr/sbin/swap", "2555 root sys", Kernel),
        Review("usr/sbin/sysdef", "2555 root sys", Kernel),
        Review("usr/sbin/traceroute", "4555 root bin", "opens a raw socket for ICMP"),
        Review("usr/sbin/wall", "2555 root tty", Terminals),
        Review("usr/sbin/whodo", "4555 root bin", Processes),
        Review("usr/xpg4/bin/at", "4755 root bin", Crontabs),
        Review("usr/xpg4/bin/crontab", "4555 root bin", Crontabs),
    ];

    private static SetidListing Review(string path, string attributes, string reason) => attributes.Split(' ') is [var mode, var owner, var group]
        ? new(ImagePath.Parse(path), Mode.Parse(mode), owner, group, reason)
        : throw new FormatException($"'{attributes}' is no mode, owner and group");
}
