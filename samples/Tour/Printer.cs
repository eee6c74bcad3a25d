namespace Tour;

/// <summary>What stands for the world outside: it writes down what it is asked for, once for each key.</summary>
internal sealed class Printer : IPostOffice, ISearchIndex
{
    private readonly HashSet<Guid> sent = [];
    private readonly Lock gate = new();

    public string? Unknown { get; set; }

    public Task SendAsync(string to, string text, Guid idempotencyKey, CancellationToken cancellationToken)
    {
        if (to == Unknown)
            throw new InvalidOperationException($"{to} has no address.");
        lock (gate)
        {
            if (sent.Add(idempotencyKey))
                Console.WriteLine($"to {to}: {text}");
        }

        return Task.CompletedTask;
    }

    public Task WriteAsync(IReadOnlyList<(string Order, string Text)> entries, CancellationToken cancellationToken) => Task.CompletedTask;
}
