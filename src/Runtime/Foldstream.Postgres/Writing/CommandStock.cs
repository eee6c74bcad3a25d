namespace Foldstream.Postgres;

/// <summary>Commands of one form, which are made once and taken again after each transaction.</summary>
internal sealed class CommandStock(Func<AppendCommand> make)
{
    private readonly List<AppendCommand> commands = [];
    private int taken;

    public AppendCommand Take()
    {
        if (taken == commands.Count)
            commands.Add(make());
        return commands[taken++];
    }

    /// <summary>Takes all of them back.</summary>
    public void Reset()
    {
        for (; taken > 0; taken--)
            commands[taken - 1].Clear();
    }
}
