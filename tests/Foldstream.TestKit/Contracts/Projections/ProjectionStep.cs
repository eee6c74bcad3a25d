namespace Foldstream.TestKit;

/// <summary>One step in the life of projections and of a subscriber beside them.</summary>
internal abstract record ProjectionStep;

/// <summary>A payment for two purposes.</summary>
internal sealed record PayStep(int Payer, int Amount) : ProjectionStep;

/// <summary>A payment that every projection fails on.</summary>
internal sealed record PoisonStep(int Payer) : ProjectionStep;

/// <summary>One pays and closes: his document goes.</summary>
internal sealed record CloseStep(int Payer) : ProjectionStep;

/// <summary>The handlers are corrected, and the dead letters tried again.</summary>
internal sealed record CureStep : ProjectionStep;

/// <summary>One of those that run behind the appends is paused.</summary>
internal sealed record PauseStep(int Which) : ProjectionStep;

/// <summary>It goes on.</summary>
internal sealed record ResumeStep(int Which) : ProjectionStep;

/// <summary>It is stopped.</summary>
internal sealed record StopStep(int Which) : ProjectionStep;

/// <summary>It is begun again.</summary>
internal sealed record StartStep(int Which) : ProjectionStep;

/// <summary>The subscriber is sent behind an event.</summary>
internal sealed record RestartStep(int Behind) : ProjectionStep;

/// <summary>The process dies when it has taken so many more steps, and another one begins; null is never.</summary>
internal sealed record CrashStep(int? In) : ProjectionStep;

/// <summary>The documents of one projection are built anew; the process dies in the middle where it is armed to.</summary>
internal sealed record RebuildStep(bool OfSums, int Partitions) : ProjectionStep;

/// <summary>The projections change from behind the appends to inside of them, or back.</summary>
internal sealed record SwitchStep : ProjectionStep;

/// <summary>Everything is waited for and compared with a plain fold of the log.</summary>
internal sealed record LookStep : ProjectionStep;
