namespace Foldstream;

/// <summary>How well a subscription is.</summary>
public enum HealthLevel
{
    /// <summary>Nothing is wrong.</summary>
    Healthy,

    /// <summary>It works, and somebody should look at it.</summary>
    Degraded,

    /// <summary>It does not do its work.</summary>
    Unhealthy,
}
