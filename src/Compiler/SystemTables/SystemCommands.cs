namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A command of etc/system that names modules or places of them.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Command">The command, in small letters: forceload or moddir.</param>
/// <param name="Values">What it names: one module with the folder it lies in, or directories.</param>
public sealed record SystemCommand(int Line, string Command, IReadOnlyList<string> Values);

/// <summary>
/// Reads etc/system as the kernel does (<c>read_system_file()</c> and <c>do_sysfile_cmd()</c> in
/// <c>usr/src/uts/common/os/modsysfile.c</c>): <c>COMMAND: VALUE</c>, comments behind <c>*</c> or <c>#</c>. Commands that name no
/// module that must be there are passed over, and so is what the kernel does not take.
/// </summary>
public static class SystemCommands
{
    // MOD_MAXPATH and a NUL.
    private const int Buffer = 257;

    /// <summary>The commands in <paramref name="text"/>.</summary>
    public static SystemTable<SystemCommand> Read(string text)
    {
        var rows = new List<SystemCommand>();
        var lexer = new KernelLexer(text, Buffer);
        bool begins = true;
        for (KernelToken token = lexer.Next(); token.Kind != KernelTokenKind.End; token = lexer.Next())
        {
            bool isCommand = begins && token.Kind == KernelTokenKind.Name;
            begins = token.Kind == KernelTokenKind.NewLine;
            if (begins) continue;
            if (isCommand && token.Text is ("forceload" or "FORCELOAD")) Add(rows, token.Line, "forceload", Module(lexer));
            else if (isCommand && token.Text is ("moddir" or "MODDIR")) Add(rows, token.Line, "moddir", Directories(lexer));
            lexer.SkipLine();
        }
        return new(rows, []);
    }

    private static void Add(List<SystemCommand> rows, int line, string command, string[] values)
    {
        if (values.Length > 0) rows.Add(new SystemCommand(line, command, values));
    }

    // Where the colon is missing the kernel complains, and goes on.
    private static string[] Module(KernelLexer lexer)
    {
        KernelToken token = lexer.Next();
        if (token.Text == ":") token = lexer.Next();
        return token.Kind == KernelTokenKind.Name ? [token.Text + lexer.TakeToBlank()] : [];
    }

    private static string[] Directories(KernelLexer lexer)
    {
        string rest = lexer.TakeToEnd().Trim(' ', '\t');
        return rest.StartsWith(':') ? rest.Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
