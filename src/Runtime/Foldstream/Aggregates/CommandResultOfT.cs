namespace Foldstream;

/// <summary>What came of a command that returns a value.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed record CommandResult<TValue> : CommandResult
{
    private readonly TValue value;

    internal CommandResult(CommandResult result, TValue value)
        : base(result) => this.value = value;

    /// <summary>What the command returned.</summary>
    /// <exception cref="InvalidOperationException">The command did not run, because it was <see cref="CommandResult.AlreadyStored"/>.</exception>
    public TValue Value => AlreadyStored
        ? throw new InvalidOperationException(
            $"The command to stream {Stream.Describe()} was stored before and did not run again, so it returned no value: ask AlreadyStored first.")
        : value;
}
